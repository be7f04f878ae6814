import { useMutation } from '@apollo/client/react';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { useToast } from '@parvis/ui/toast/toasts';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SetConnectionActiveDocument } from '../../../gql/graphql.js';
import { useWords } from '../words.js';
import type { ShownConnection } from './connection-shell.js';

/** Out of service nothing leaves by itself that could be paused. */
export const pauseAct = (shown: ShownConnection): ReactNode =>
  (shown.connection.live || !shown.connection.active) && <PauseButton {...shown} />;

/** Stops and starts again what passes over a connection; nothing is lost meanwhile, and undoing is one press. */
function PauseButton({ connection, reload }: ShownConnection): ReactNode {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [send, { loading }] = useMutation(SetConnectionActiveDocument);
  const { id, active } = connection;
  const put = async (): Promise<void> => {
    const input = { connectionId: id, active: !active, language } as const;
    const answer = await send({ variables: { input, language } }).catch(() => undefined);
    const outcome = answer?.data?.setConnectionActive;
    if (outcome?.__typename === 'ConnectionSaved')
      toast({ message: say(active ? 'pausedNow' : 'resumedNow') });
    else toast({ tone: 'danger', message: outcome?.message ?? say('notDone') });
    reload();
  };
  const Icon = active ? IconPlayerPause : IconPlayerPlay;
  return (
    <SubmitButton
      variant={active ? 'default' : 'filled'}
      icon={<Icon size={17} stroke={2} aria-hidden />}
      sending={loading}
      onClick={() => void put()}
    >
      {say(active ? 'pause' : 'resume')}
    </SubmitButton>
  );
}
