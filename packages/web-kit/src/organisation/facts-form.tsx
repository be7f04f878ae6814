import { useMutation } from '@apollo/client/react';
import { checkOrganisation, type OrganisationDraft } from '@parvis/domain/directory/organisation-form';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf } from '@parvis/ui/form/outcome';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextArea } from '@parvis/ui/form/text-area';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useMemo } from 'react';
import type { KeptDraft } from '../drafts/kept-draft.js';
import { ChangeOrganisationDocument, type OrganisationPartsFragment } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { countryChoices } from './country-name.js';
import { faultsOutcome, fieldId } from './form-outcome.js';
import classes from './organisation.module.css';
import { useOrganisationAct } from './use-organisation-act.js';
import { useOrganisationWords } from './words.js';

export interface FactsFormProps {
  readonly organisation: OrganisationPartsFragment;
  /** What is typed stays on this device until it is saved or given up. */
  readonly kept: KeptDraft<OrganisationDraft>;
  readonly onDone: () => void;
}

/** Everything that is wrong is said at once, before anything is sent. */
export function FactsForm({ organisation, kept, onDone }: FactsFormProps): ReactNode {
  const say = useOrganisationWords();
  const language = useLanguage();
  const { draft } = kept;
  const [change] = useMutation(ChangeOrganisationDocument);
  const { run, outcome, setOutcome, sending } = useOrganisationAct();
  const leave = (): void => {
    kept.forget();
    onDone();
  };
  const submit = async (): Promise<void> => {
    const faults = faultsOutcome(draft, checkOrganisation(draft, organisation.identifier), language);
    setOutcome(faults);
    if (faults) return;
    const input = {
      structureId: organisation.id,
      updatedAt: organisation.updatedAt,
      language: language === 'fr' ? 'FR' : 'EN',
      ...draft,
    } as const;
    const done = await run(
      async () => (await change({ variables: { input } })).data?.changeOrganisation,
      say('saved'),
    );
    if (done) leave();
  };
  const field = (name: keyof OrganisationDraft) => ({
    id: fieldId(name),
    name,
    value: draft[name],
    error: errorOf(outcome, fieldId(name)),
    onChange: (value: string) => kept.change({ [name]: value }),
  });
  const countries = useMemo(() => countryChoices(language), [language]);
  const isPublic = organisation.side === 'PUBLIC_ENTITY';
  return (
    <section className="pv-panel">
      <h2 className="pv-panel-title">{say('formTitle')}</h2>
      <Form
        outcome={outcome}
        sending={sending}
        onSubmit={() => void submit()}
        actions={<FormActs sending={sending} submit={say('save')} leave={say('cancel')} onLeave={leave} />}
      >
        <TextField
          autoFocus
          {...field('name')}
          label={say(isPublic ? 'publicName' : 'name')}
          autoComplete="organization"
        />
        <TextArea {...field('street')} rows={2} label={say('street')} hint={say('streetHint')} optional />
        <div className={classes.pair}>
          <TextField {...field('postCode')} label={say('postCode')} autoComplete="postal-code" optional />
          <TextField {...field('town')} label={say('town')} autoComplete="address-level2" optional />
        </div>
        <SelectField {...field('country')} label={say('country')} prompt={false} choices={countries} />
        <TextField {...field('vatIdentifier')} label={say('vat')} hint={say('vatHint')} optional />
        <TextField
          {...field('contactName')}
          label={say('contactName')}
          hint={say('contactNameHint')}
          optional
        />
        <div className={classes.pair}>
          <TextField {...field('contactEmail')} type="email" label={say('contactEmail')} optional />
          <TextField {...field('contactPhone')} type="tel" label={say('contactPhone')} optional />
        </div>
        <TextArea
          {...field('contactNote')}
          rows={2}
          maxLength={500}
          label={say('contactNote')}
          hint={say('contactNoteHint')}
          optional
        />
      </Form>
    </section>
  );
}
