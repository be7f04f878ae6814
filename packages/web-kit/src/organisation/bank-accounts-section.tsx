import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import { EndBankAccountDocument, type OrganisationPartsFragment } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { BankAccountForm } from './bank-account-form.js';
import classes from './organisation.module.css';
import { useOrganisationAct } from './use-organisation-act.js';
import { useOrganisationWords } from './words.js';

type Account = OrganisationPartsFragment['bankAccounts'][number];

export interface BankAccountsSectionProps {
  readonly organisation: OrganisationPartsFragment;
  readonly mayChange: boolean;
}

/** Where the structure is paid; ended accounts stay in sight. */
export function BankAccountsSection({ organisation, mayChange }: BankAccountsSectionProps): ReactNode {
  const say = useOrganisationWords();
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Account>();
  const { id: structureId, bankAccounts } = organisation;
  return (
    <section className="pv-panel">
      <div className={classes.head}>
        <h2 className="pv-panel-title">{say('bank')}</h2>
        {mayChange && !isAdding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {say('addAccount')}
          </Button>
        )}
      </div>
      <p className={classes.text}>{say('bankText')}</p>
      {isAdding && <BankAccountForm structureId={structureId} onDone={() => setAdding(false)} />}
      {bankAccounts.length === 0 && !isAdding && (
        <p className={classes.faint}>{say(mayChange ? 'bankEmpty' : 'bankEmptyReader')}</p>
      )}
      <ul className={classes.rows}>
        {bankAccounts.map((account) => (
          <li key={account.id} className={classes.row}>
            <AccountFacts account={account} />
            {mayChange && !account.validUntil && (
              <Button
                variant="default"
                size="compact-md"
                aria-label={say('endAccountNamed', { label: account.label })}
                onClick={() => setEnding(account)}
              >
                {say('endAccount')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!mayChange && bankAccounts.length > 0 && <p className={classes.faint}>{say('bankMasked')}</p>}
      {ending && (
        <EndDialog structureId={structureId} account={ending} onClose={() => setEnding(undefined)} />
      )}
    </section>
  );
}

function AccountFacts({ account }: { readonly account: Account }): ReactNode {
  const say = useOrganisationWords();
  const { day } = useDisplay();
  const { label, iban, bic, factorName, validFrom, validUntil, inForce, addedBy } = account;
  const from = day(validFrom);
  const state = validUntil
    ? `${say(inForce ? 'accountLastDay' : 'accountOver')} · ${say('accountUntil', { from, until: day(validUntil) })}`
    : say('accountSince', { from, by: addedBy });
  return (
    <div className={`${classes.what} ${inForce ? '' : classes.over}`}>
      <strong>{label}</strong>
      <code>
        {iban}
        {bic ? ` · ${bic}` : ''}
      </code>
      {factorName && <span>{say('factorOf', { name: factorName })}</span>}
      <span className={classes.faint}>{state}</span>
    </div>
  );
}

interface EndDialogProps {
  readonly structureId: string;
  readonly account: Account;
  readonly onClose: () => void;
}

function EndDialog({ structureId, account, onClose }: EndDialogProps): ReactNode {
  const say = useOrganisationWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { label } = account;
  const [end] = useMutation(EndBankAccountDocument);
  const { run, outcome, sending } = useOrganisationAct();
  const confirm = async (): Promise<void> => {
    const input = { structureId, bankAccountId: account.id, language } as const;
    const done = await run(
      async () => (await end({ variables: { input } })).data?.endBankAccount,
      say('accountEnded', { label }),
    );
    if (done) onClose();
  };
  return (
    <ConfirmDialog
      opened
      destructive
      title={say('endAccountTitle', { label })}
      confirmLabel={say('endAccount')}
      sending={sending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{say('endAccountText')}</p>
      {outcome && !sending && <FormAnswer outcome={outcome} />}
    </ConfirmDialog>
  );
}
