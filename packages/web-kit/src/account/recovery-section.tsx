import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { type ReactNode, useState } from 'react';
import { RenewRecoveryCodesDocument } from '../gql/graphql.js';
import classes from './account.module.css';
import { factorsOf, type SectionProps } from './section-props.js';
import { useProtectionAct } from './use-protection-act.js';
import { useAccountWords } from './words.js';

export function RecoverySection({ protection, onChanged }: SectionProps): ReactNode {
  const say = useAccountWords();
  const [asking, setAsking] = useState(false);
  const { run } = useProtectionAct(onChanged);
  const [renew] = useMutation(RenewRecoveryCodesDocument);
  const { recoveryCodesLeft: left } = protection;
  const hasFactor = factorsOf(protection) > 0;
  const makeNew = (): void => {
    setAsking(false);
    void run(async () => (await renew()).data?.renewRecoveryCodes, undefined);
  };
  return (
    <div className={classes.factor}>
      <h3 className={classes.factorTitle}>{say('recovery')}</h3>
      <p className={classes.text}>{say('recoveryText')}</p>
      <p className={classes.faint}>{hasFactor ? say('fewCodes', { count: left }) : say('recoveryNone')}</p>
      {hasFactor && (
        <div className={classes.acts}>
          <Button variant="default" onClick={() => (left > 0 ? setAsking(true) : makeNew())}>
            {say('renewCodes')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        title={say('renewCodes')}
        confirmLabel={say('renewCodes')}
        onConfirm={makeNew}
        onClose={() => setAsking(false)}
      >
        <p>{say('renewCodesText')}</p>
      </ConfirmDialog>
    </div>
  );
}
