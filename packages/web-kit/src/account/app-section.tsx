import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import { RemoveTotpDocument, StartTotpDocument } from '../gql/graphql.js';
import classes from './account.module.css';
import { EnrolAppDialog } from './enrol-app-dialog.js';
import { useProof } from './proof.js';
import { factorsOf, type SectionProps } from './section-props.js';
import { useProtectionAct } from './use-protection-act.js';
import { useAccountWords } from './words.js';

/** The authenticator app: one at most. */
export function AppSection({ protection, onChanged }: SectionProps): ReactNode {
  const say = useAccountWords();
  const { day } = useDisplay();
  const { totpSince } = protection;
  const [started, setStarted] = useState<{ readonly secret: string; readonly uri: string }>();
  const [removing, setRemoving] = useState(false);
  const { run } = useProtectionAct(onChanged);
  const withProof = useProof();
  const toast = useToast();
  const [start, { loading }] = useMutation(StartTotpDocument);
  const [remove] = useMutation(RemoveTotpDocument);

  const begin = async (): Promise<void> => {
    const answer = await withProof(async () => (await start()).data?.startTotp);
    if (answer?.__typename === 'TotpStarted') setStarted(answer);
    else if (answer) toast({ message: `${answer.message} ${answer.nextStep}`, tone: 'danger' });
  };
  const takeAway = async (): Promise<void> => {
    setRemoving(false);
    await run(async () => (await remove()).data?.removeTotp, say('totpRemoved'));
  };
  return (
    <div className={classes.factor}>
      <h3 className={classes.factorTitle}>{say('totp')}</h3>
      <p className={classes.text}>{say('totpText')}</p>
      <p className={classes.faint}>
        {totpSince ? say('totpSince', { date: day(totpSince.slice(0, 10)) }) : say('noTotp')}
      </p>
      <div className={classes.acts}>
        {totpSince ? (
          <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
            {say('removeTotp')}
          </Button>
        ) : (
          <Button
            variant="default"
            aria-disabled={loading || undefined}
            onClick={() => void begin().catch(() => toast({ message: say('failed'), tone: 'danger' }))}
          >
            {say('addTotp')}
          </Button>
        )}
      </div>
      {started && <EnrolAppDialog {...started} onChanged={onChanged} onClose={() => setStarted(undefined)} />}
      <ConfirmDialog
        opened={removing}
        destructive
        title={say('removeTotp')}
        confirmLabel={say('remove')}
        onConfirm={() => void takeAway()}
        onClose={() => setRemoving(false)}
      >
        <p>{say('removeTotpText')}</p>
        {factorsOf(protection) === 1 && <p>{say('lastFactorText')}</p>}
      </ConfirmDialog>
    </div>
  );
}
