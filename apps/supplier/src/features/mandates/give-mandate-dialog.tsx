import { useMutation, useQuery } from '@apollo/client/react';
import { Dialog } from '@parvis/ui/acts/dialog';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { RadioCards } from '@parvis/ui/form/radio-cards';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextArea } from '@parvis/ui/form/text-area';
import { TextField } from '@parvis/ui/form/text-field';
import { useToast } from '@parvis/ui/toast/toasts';
import { useAccessNames } from '@parvis/web-kit/people/access-words';
import { outcomeOf } from '@parvis/web-kit/people/people-answer';
import { endOf } from '@parvis/web-kit/people/rights-draft';
import { type ReactNode, useState } from 'react';
import {
  GiveMandateDocument,
  type Level,
  MandateHolderDocument,
  type MandateKind,
  type Space,
} from '../../gql/graphql.js';
import classes from './mandates.module.css';
import { useWords } from './words.js';

type Choice = Level | 'NONE';

const outward: readonly Space[] = [
  'ISSUED_INVOICES',
  'INVOICES_TO_VALIDATE',
  'WORKS',
  'JUSTICE',
  'HELP_REQUESTS',
];
const kinds: readonly MandateKind[] = ['ACCOUNTANT', 'PARTNER', 'FACTOR'];

export interface GiveMandateDialogProps {
  readonly clientId: string;
  readonly onGiven: () => void;
  readonly onClose: () => void;
}

/** Who may act, how far, until when, and why. */
export function GiveMandateDialog({ clientId, onGiven, onClose }: GiveMandateDialogProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  const [give, { loading }] = useMutation(GiveMandateDocument);
  const [siret, setSiret] = useState('');
  const [kind, setKind] = useState<MandateKind>('ACCOUNTANT');
  const [levels, setLevels] = useState<Partial<Record<Space, Choice>>>({ ISSUED_INVOICES: 'FULL' });
  const [ends, setEnds] = useState('');
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const isFactor = kind === 'FACTOR';

  const submit = async (): Promise<void> => {
    const grants = isFactor
      ? [{ space: 'ISSUED_INVOICES' as const, level: 'READ' as const }]
      : outward.flatMap((space) => {
          const level = levels[space] ?? 'NONE';
          return level === 'NONE' ? [] : [{ space, level }];
        });
    // Without a day the gateway says that it is past: nothing is guessed.
    const endsAt = endOf(ends) ?? new Date(0).toISOString();
    const input = { clientId, holderSiret: siret, kind, grants, endsAt, reason };
    const answer = await give({ variables: { input } }).catch(() => undefined);
    const problem = outcomeOf(answer?.data?.giveMandate, 'mandate');
    if (problem) return setOutcome(problem);
    toast({ message: say('sent') });
    onGiven();
  };

  return (
    <Dialog opened onClose={onClose} title={say('give')}>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={loading}
        actions={<FormActs sending={loading} submit={say('send')} leave={say('cancel')} onLeave={onClose} />}
      >
        <TextField
          id="mandate-holderSiret"
          label={say('siret')}
          hint={say('siretHint')}
          inputMode="numeric"
          value={siret}
          onChange={setSiret}
          error={errorOf(outcome, 'mandate-holderSiret')}
        />
        <Holder siret={siret} />
        <RadioCards
          id="mandate-kind"
          label={say('kind')}
          value={kind}
          onChange={(value) => setKind(value as MandateKind)}
          choices={kinds.map((each) => ({
            value: each,
            label: say(`kind_${each}`),
            description: say(`kind_${each}_text`),
          }))}
        />
        {!isFactor && (
          <Scope
            levels={levels}
            onChange={(space, level) => setLevels({ ...levels, [space]: level })}
            error={errorOf(outcome, 'mandate-grants')}
          />
        )}
        <TextField
          id="mandate-endsAt"
          type="date"
          label={say('endsAt')}
          hint={say('endsHint')}
          value={ends}
          onChange={setEnds}
          error={errorOf(outcome, 'mandate-endsAt')}
        />
        <TextArea
          id="mandate-reason"
          label={say('reason')}
          hint={say('reasonHint')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={errorOf(outcome, 'mandate-reason')}
        />
      </Form>
    </Dialog>
  );
}

/** Shows whose number it is, so that a slip is seen before it is sent. */
function Holder({ siret }: { readonly siret: string }): ReactNode {
  const say = useWords();
  const digits = siret.replaceAll(/\s/g, '');
  const { data } = useQuery(MandateHolderDocument, {
    variables: { siret: digits },
    skip: !/^\d{14}$/.test(digits),
  });
  const name = data?.mandateHolder?.name;
  return (
    <p role="status" className={classes.faint}>
      {name ? say('found', { name }) : ''}
    </p>
  );
}

interface ScopeProps {
  readonly levels: Partial<Record<Space, Choice>>;
  readonly onChange: (space: Space, level: Choice) => void;
  readonly error: string | undefined;
}

function Scope({ levels, onChange, error }: ScopeProps): ReactNode {
  const say = useWords();
  const names = useAccessNames();
  return (
    <fieldset className={classes.spaces}>
      <legend>{say('spaces')}</legend>
      {outward.map((space, position) => (
        <SelectField
          key={space}
          id={position === 0 ? 'mandate-grants' : `mandate-${space}`}
          label={names.space(space)}
          prompt={false}
          value={levels[space] ?? 'NONE'}
          onChange={(level) => onChange(space, level as Choice)}
          choices={(['NONE', 'READ', 'FULL'] as const).map((level) => ({
            value: level,
            label: say(`level_${level}`),
          }))}
          error={position === 0 ? error : undefined}
        />
      ))}
    </fieldset>
  );
}
