import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import { type ProtectionPartsFragment, UnlinkOpenIdDocument } from '../gql/graphql.js';
import classes from './account.module.css';
import type { SectionProps } from './section-props.js';
import { useProtectionAct } from './use-protection-act.js';
import { useAccountWords } from './words.js';

type Identity = ProtectionPartsFragment['identities'][number];

/** Providers that open this account; nothing where there is none. */
export function IdentitySection({ protection, onChanged }: SectionProps): ReactNode {
  const say = useAccountWords();
  const { day } = useDisplay();
  const [leaving, setLeaving] = useState<Identity>();
  const { run } = useProtectionAct(onChanged);
  const [unlink] = useMutation(UnlinkOpenIdDocument);
  if (protection.identities.length === 0) return null;
  const takeAway = ({ provider }: Identity): void => {
    setLeaving(undefined);
    void run(async () => (await unlink({ variables: { provider } })).data?.unlinkOpenId, say('unlinked'));
  };
  return (
    <div className={classes.factor}>
      <h3 className={classes.factorTitle}>{say('identities')}</h3>
      <p className={classes.text}>{say('identitiesText')}</p>
      <ul className={classes.rows}>
        {protection.identities.map((identity) => (
          <li key={`${identity.provider} ${identity.linkedAt}`} className={classes.row}>
            <div>
              <strong>{say('identityOf', { provider: identity.providerName, email: identity.email })}</strong>
              <div className={classes.faint}>
                {say('linkedOn', { date: day(identity.linkedAt.slice(0, 10)) })}
              </div>
            </div>
            <Button
              variant="subtle"
              color="red"
              aria-label={say('unlinkName', { provider: identity.providerName })}
              onClick={() => setLeaving(identity)}
            >
              {say('unlink')}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          opened
          destructive
          title={say('unlinkName', { provider: leaving.providerName })}
          confirmLabel={say('unlink')}
          onConfirm={() => takeAway(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <p>{say('unlinkText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
