import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { Notice } from '@parvis/ui/display/notice';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { useToast } from '@parvis/ui/toast/toasts';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import { type ConnectionCardFragment, ConnectionSettingsDocument } from '../../../gql/graphql.js';
import { useSaveConnection } from '../settings/use-save-connection.js';
import { useWords } from '../words.js';
import type { TriedInvoice } from './tried-invoice.js';

interface GoLiveProps {
  readonly connection: ConnectionCardFragment;
  readonly tried: readonly TriedInvoice[] | undefined;
  readonly onLive: () => void;
}

/** Puts a connection in service: asked once, with what follows and what the dry run said. */
export function GoLive({ connection, tried, onLive }: GoLiveProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [isAsked, setAsked] = useState(false);
  const saving = useSaveConnection();
  const { id, name, system, environment, deliverWhen, structure } = connection;
  const { data } = useQuery(ConnectionSettingsDocument, { variables: { id, language } });
  const settingsJson = data?.accountingConnection?.settingsJson;
  const failing = tried?.filter(({ outcome }) => outcome !== 'PREVIEW').length;
  const putLive = async (): Promise<void> => {
    if (settingsJson === undefined) return;
    const saved = await saving.save({
      structureId: structure.id,
      connectionId: id,
      ...{ system, name, environment, deliverWhen, settingsJson },
      live: true,
    });
    setAsked(false);
    if (saved === undefined) return;
    toast({ message: say('nowLive', { name }) });
    onLive();
  };
  if (environment === 'TEST')
    return (
      <Notice tone="info" title={say('testNeverLiveTitle')}>
        {say('testNeverLive')}
      </Notice>
    );
  return (
    <>
      {saving.outcome && <FormAnswer outcome={saving.outcome} />}
      <Notice
        tone="info"
        title={say('notLiveTitle')}
        actions={
          <Button
            size="md"
            variant={tried ? 'filled' : 'default'}
            disabled={settingsJson === undefined}
            onClick={() => setAsked(true)}
          >
            {say('goLive')}
          </Button>
        }
      >
        {say('notLiveText')}
      </Notice>
      <ConfirmDialog
        opened={isAsked}
        title={say('goLiveTitle', { name })}
        confirmLabel={say('goLive')}
        sending={saving.sending}
        onConfirm={() => void putLive()}
        onClose={() => setAsked(false)}
      >
        <p>{say(deliverWhen === 'MADE_AVAILABLE' ? 'goLive_MADE_AVAILABLE' : 'goLive_SERVICE_CONFIRMED')}</p>
        {failing === undefined && <p>{say('goLiveUntried')}</p>}
        {failing !== undefined && failing > 0 && <p>{say('goLiveFailing', { count: failing })}</p>}
      </ConfirmDialog>
    </>
  );
}
