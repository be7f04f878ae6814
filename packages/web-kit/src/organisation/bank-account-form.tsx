import { useMutation } from '@apollo/client/react';
import { type BankAccountDraft, checkBankAccount } from '@parvis/domain/directory/bank-account-form';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf } from '@parvis/ui/form/outcome';
import { RadioCards } from '@parvis/ui/form/radio-cards';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import { AddBankAccountDocument } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { faultsOutcome, fieldId } from './form-outcome.js';
import classes from './organisation.module.css';
import { useOrganisationAct } from './use-organisation-act.js';
import { useOrganisationWords } from './words.js';

const empty: BankAccountDraft = { label: '', iban: '', bic: '', owner: 'own', factorName: '' };

export interface BankAccountFormProps {
  readonly structureId: string;
  readonly onDone: () => void;
}

export function BankAccountForm({ structureId, onDone }: BankAccountFormProps): ReactNode {
  const say = useOrganisationWords();
  const language = useLanguage();
  const [draft, setDraft] = useState(empty);
  const [add] = useMutation(AddBankAccountDocument);
  const { run, outcome, setOutcome, sending } = useOrganisationAct();
  const submit = async (): Promise<void> => {
    // Whether the account is there already, the gateway knows: here some are masked.
    const faults = faultsOutcome(draft, checkBankAccount(draft, []), language);
    setOutcome(faults);
    if (faults) return;
    const input = {
      ...draft,
      structureId,
      owner: draft.owner === 'own' ? 'OWN' : 'FACTOR',
      language: language === 'fr' ? 'FR' : 'EN',
    } as const;
    const done = await run(
      async () => (await add({ variables: { input } })).data?.addBankAccount,
      say('accountAdded'),
    );
    if (done) onDone();
  };
  const field = (name: 'label' | 'iban' | 'bic' | 'factorName') => ({
    id: fieldId(name),
    name,
    value: draft[name],
    autoComplete: 'off',
    error: errorOf(outcome, fieldId(name)),
    onChange: (value: string) => setDraft((current) => ({ ...current, [name]: value })),
  });
  return (
    <section aria-label={say('addAccountTitle')} className={classes.adding}>
      <Form
        outcome={outcome}
        sending={sending}
        onSubmit={() => void submit()}
        actions={
          <FormActs sending={sending} submit={say('addAccount')} leave={say('cancel')} onLeave={onDone} />
        }
      >
        <TextField
          autoFocus
          {...field('label')}
          label={say('label')}
          hint={say('labelHint')}
          maxLength={100}
        />
        <TextField {...field('iban')} label={say('iban')} hint={say('ibanHint')} />
        <TextField {...field('bic')} label={say('bic')} optional />
        <RadioCards
          id={fieldId('owner')}
          label={say('owner')}
          value={draft.owner}
          onChange={(owner) => setDraft({ ...draft, owner: owner === 'factor' ? 'factor' : 'own' })}
          choices={[
            { value: 'own', label: say('owner_own') },
            { value: 'factor', label: say('owner_factor'), description: say('ownerText_factor') },
          ]}
        />
        {draft.owner === 'factor' && <TextField {...field('factorName')} label={say('factorName')} />}
      </Form>
    </section>
  );
}
