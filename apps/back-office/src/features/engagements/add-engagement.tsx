import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { useToast } from '@parvis/ui/toast/toasts';
import { useKeptDraft } from '@parvis/web-kit/drafts/kept-draft';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import { AddEngagementDocument, type EngagementAnswerFragment } from '../../gql/graphql.js';
import classes from './engagements.module.css';
import { useWords } from './words.js';

const emptyDraft = {
  number: '',
  label: '',
  supplier: '',
  supplierName: '',
  service: '',
  total: '',
  left: '',
  from: '',
  until: '',
};

type Draft = typeof emptyDraft;

interface AddEngagementProps {
  readonly structureId: string;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** A new engagement, above the list; after each, the form is ready for the next. */
export function AddEngagement({ structureId, onAdded, onClose }: AddEngagementProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const kept = useKeptDraft<Draft>(`parvis.new-engagement.${structureId}`, emptyDraft);
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [addOne, { loading }] = useMutation(AddEngagementDocument);
  const submit = async (): Promise<void> => {
    if (loading) return;
    try {
      const input = { structureId, fields: { ...kept.draft, currency: '' }, language } as const;
      const answer = (await addOne({ variables: { input } })).data?.addEngagement;
      setOutcome(toldBy(answer));
      if (answer?.__typename !== 'EngagementSaved') return;
      toast({ message: say('added', { number: answer.engagement.number }) });
      kept.forget();
      onAdded();
      document.getElementById('engagement-number')?.focus();
    } catch (failure) {
      setOutcome({ kind: 'failed', reference: referenceOf(failure) });
    }
  };
  return (
    <form
      className={`pv-panel ${classes.form}`}
      aria-label={say('addTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className="pv-panel-title">{say('addTitle')}</h2>
      {outcome && !loading && <FormAnswer outcome={outcome} />}
      <Fields draft={kept.draft} outcome={outcome} onChange={kept.change} />
      <div className={classes.acts}>
        <SubmitButton sending={loading}>{say('addSubmit')}</SubmitButton>
        <Button variant="default" size="md" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly outcome: FormOutcome | undefined;
  readonly onChange: (changes: Partial<Draft>) => void;
}

function Fields({ draft, outcome, onChange }: FieldsProps): ReactNode {
  const say = useWords();
  const field = (name: keyof Draft) => ({
    id: `engagement-${name}`,
    value: draft[name],
    error: errorOf(outcome, `engagement-${name}`),
    onChange: (text: string) => onChange({ [name]: text }),
  });
  return (
    <div className={classes.pair}>
      <TextField {...field('number')} label={say('fieldNumber')} hint={say('fieldNumberHint')} autoFocus />
      <TextField {...field('label')} label={say('fieldLabel')} optional />
      <TextField
        {...field('supplier')}
        label={say('fieldSupplier')}
        hint={say('fieldSupplierHint')}
        inputMode="numeric"
        optional
      />
      <TextField {...field('supplierName')} label={say('fieldSupplierName')} optional />
      <TextField {...field('service')} label={say('fieldService')} hint={say('fieldServiceHint')} optional />
      <TextField {...field('total')} label={say('fieldTotal')} inputMode="decimal" optional />
      <TextField
        {...field('left')}
        label={say('fieldLeft')}
        hint={say('fieldLeftHint')}
        inputMode="decimal"
        optional
      />
      <TextField {...field('from')} label={say('fieldFrom')} type="date" optional />
      <TextField {...field('until')} label={say('fieldUntil')} type="date" optional />
    </div>
  );
}

const toldBy = (answer: EngagementAnswerFragment | undefined): FormOutcome | undefined => {
  if (answer?.__typename === 'ActRefused')
    return { kind: 'refused', message: answer.message, nextStep: answer.nextStep };
  if (answer?.__typename !== 'FormFaulty') return undefined;
  return {
    kind: 'field-errors',
    errors: answer.faults.map(({ field, message, nextStep }) => ({
      fieldId: `engagement-${field}`,
      message: `${message} ${nextStep}`,
    })),
  };
};
