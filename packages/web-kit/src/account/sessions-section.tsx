import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import {
  AccountProtectionDocument,
  EndOtherSessionsDocument,
  EndSessionDocument,
  type ProtectionPartsFragment,
} from '../gql/graphql.js';
import classes from './account.module.css';
import type { SectionProps } from './section-props.js';
import { useProtectionAct } from './use-protection-act.js';
import { useAccountWords } from './words.js';

type OwnSession = ProtectionPartsFragment['sessions'][number];

/** Every place where the account is open, this one first. */
export function SessionsSection({ protection, onChanged }: SectionProps): ReactNode {
  const say = useAccountWords();
  const toast = useToast();
  const client = useApolloClient();
  const [asking, setAsking] = useState(false);
  const { run } = useProtectionAct(onChanged);
  const [end] = useMutation(EndSessionDocument);
  const [endOthers] = useMutation(EndOtherSessionsDocument);
  const { sessions } = protection;
  const ordered = [...sessions].sort((one, other) => Number(other.isThisOne) - Number(one.isThisOne));

  const endAll = async (): Promise<void> => {
    setAsking(false);
    const count = (await endOthers()).data?.endOtherSessions ?? 0;
    await client.refetchQueries({ include: [AccountProtectionDocument] });
    toast({ message: say('othersEnded', { count }) });
  };
  const endOne = ({ id }: OwnSession): void =>
    void run(async () => (await end({ variables: { id } })).data?.endSession, say('sessionEnded'));
  return (
    <section className="pv-panel">
      <h2 className="pv-panel-title">{say('sessions')}</h2>
      <p className={classes.text}>{say('sessionsText')}</p>
      <ul className={classes.rows}>
        {ordered.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => endOne(session)} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className={classes.acts}>
          <Button variant="default" onClick={() => setAsking(true)}>
            {say('endOthers')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        title={say('endOthers')}
        confirmLabel={say('endSession')}
        onConfirm={() => void endAll().catch(() => toast({ message: say('failed'), tone: 'danger' }))}
        onClose={() => setAsking(false)}
      >
        <p>{say('endOthersText')}</p>
      </ConfirmDialog>
    </section>
  );
}

interface RowProps {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}

function SessionRow({ session, onEnd }: RowProps): ReactNode {
  const say = useAccountWords();
  const { instant, ago } = useDisplay();
  const { browser, system, networkAddress, isThisOne, means, createdAt, lastSeenAt } = session;
  const device =
    browser && system ? say('browserOn', { browser, system }) : (browser ?? system ?? say('unknownBrowser'));
  return (
    <li className={classes.row}>
      <div>
        <strong>{device}</strong> {isThisOne && <StatusChip tone="success">{say('thisSession')}</StatusChip>}
        <div className={classes.faint}>
          {say('signedInOn', { date: instant(createdAt) })} {say(`means_${means}`)}
        </div>
        <div className={classes.faint}>
          {say('seen', { ago: ago(lastSeenAt) })}
          {networkAddress && ` · ${networkAddress}`}
        </div>
      </div>
      {!isThisOne && (
        <div className={classes.acts}>
          <Button
            variant="subtle"
            color="red"
            aria-label={say('endSessionName', { device, address: networkAddress ?? '' })}
            onClick={onEnd}
          >
            {say('endSession')}
          </Button>
        </div>
      )}
    </li>
  );
}
