import { useMutation } from '@apollo/client/react';
import type { Side as SideOfDomain } from '@parvis/domain/access/actor';
import { spacesForPrograms } from '@parvis/domain/access/program-scope';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf, type FieldError, type FormOutcome } from '@parvis/ui/form/outcome';
import { RadioCards } from '@parvis/ui/form/radio-cards';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import {
  CreateTechnicalAccountDocument,
  type IssuedKeyFragment,
  type Level,
  type Space,
} from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { useSpaceName } from './scope-words.js';
import classes from './technical-accounts.module.css';
import { useKeyWords } from './words.js';

type Choice = Level | 'none';

const lives = ['90', '365', '730'] as const;

const fieldOfCode: Readonly<Record<string, string>> = {
  'name-required': 'key-name',
  'name-too-long': 'key-name',
  'scope-empty': 'key-scope',
  'scope-beyond-giver': 'key-scope',
};

export interface KeyFormProps {
  readonly membership: ViewerMembership;
  readonly onIssued: (issued: IssuedKeyFragment) => void;
  readonly onCancel: () => void;
}

/** A program's name, what its key opens and for how long; it begins with what most programs need. */
export function KeyForm({ membership, onIssued, onCancel }: KeyFormProps): ReactNode {
  const say = useKeyWords();
  const [create, { loading }] = useMutation(CreateTechnicalAccountDocument);
  const offered = useOffered(membership);
  const [name, setName] = useState('');
  const [levels, setLevels] = useState<Partial<Record<Space, Choice>>>(() => {
    const [first] = offered;
    return first ? { [first.space]: first.choices.at(-1) ?? 'READ' } : {};
  });
  const [life, setLife] = useState('365');
  const [outcome, setOutcome] = useState<FormOutcome>();

  const submit = async (): Promise<void> => {
    const scope = offered.flatMap(({ space }) => {
      const level = levels[space] ?? 'none';
      return level === 'none' ? [] : [{ space, level, services: servicesOf(membership, space) }];
    });
    const errors: FieldError[] = [];
    if (name.trim() === '') errors.push({ fieldId: 'key-name', message: say('nameMissing') });
    if (scope.length === 0) errors.push({ fieldId: 'key-scope', message: say('spacesMissing') });
    if (errors.length > 0) return setOutcome({ kind: 'field-errors', errors });
    const input = { structureId: membership.structure.id, name, scope, days: Number(life) };
    const answer = await create({ variables: { input } }).catch(() => undefined);
    const issued = answer?.data?.createTechnicalAccount;
    if (issued?.__typename === 'TechnicalKeyIssued') return onIssued(issued);
    setOutcome(issued ? outcomeOf(issued) : { kind: 'failed' });
  };

  return (
    <section className="pv-panel" aria-label={say('formTitle')}>
      <h2 className="pv-panel-title">{say('formTitle')}</h2>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={loading}
        actions={
          <FormActs sending={loading} submit={say('create')} leave={say('cancel')} onLeave={onCancel} />
        }
      >
        <TextField
          id="key-name"
          label={say('name')}
          hint={say('nameHint')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
          error={errorOf(outcome, 'key-name')}
        />
        <Spaces
          offered={offered}
          levels={levels}
          onChange={(space, level) => setLevels({ ...levels, [space]: level })}
          error={errorOf(outcome, 'key-scope')}
        />
        <RadioCards
          id="key-life"
          label={say('life')}
          hint={say('lifeHint')}
          value={life}
          onChange={setLife}
          choices={lives.map((days) => ({ value: days, label: say(`life_${days}`) }))}
        />
      </Form>
    </section>
  );
}

interface Offered {
  readonly space: Space;
  readonly choices: readonly Level[];
}

/** What this person may give: never more than they hold. */
const useOffered = ({ side, role, grants }: ViewerMembership): Offered[] => {
  const spaces = spacesForPrograms(
    side === 'SUPPLIER' ? 'supplier' : ('publicEntity' satisfies SideOfDomain),
  );
  return spaces.flatMap((word) => {
    const space = word.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as Space;
    const held = grants.find((grant) => grant.space === space)?.level;
    if (role !== 'USER' || held === 'FULL') return { space, choices: ['READ', 'FULL'] as const };
    return held ? { space, choices: ['READ'] as const } : [];
  });
};

/** Whoever holds some services gives those services. */
const servicesOf = ({ role, grants }: ViewerMembership, space: Space): string[] | null =>
  role === 'USER' ? (grants.find((grant) => grant.space === space)?.services ?? null) : null;

interface SpacesProps {
  readonly offered: readonly Offered[];
  readonly levels: Partial<Record<Space, Choice>>;
  readonly onChange: (space: Space, level: Choice) => void;
  readonly error: string | undefined;
}

function Spaces({ offered, levels, onChange, error }: SpacesProps): ReactNode {
  const say = useKeyWords();
  const nameOf = useSpaceName();
  return (
    <fieldset className={classes.spaces} aria-describedby={error ? 'key-scope-error' : undefined}>
      <legend>{say('spaces')}</legend>
      <p className={classes.hint}>{say('spacesHint')}</p>
      {offered.map(({ space, choices }, position) => (
        <SelectField
          key={space}
          id={position === 0 ? 'key-scope' : `key-scope-${space}`}
          label={nameOf(space)}
          value={levels[space] ?? 'none'}
          onChange={(value) => onChange(space, value as Choice)}
          prompt={false}
          choices={[
            { value: 'none', label: say('level_none') },
            ...choices.map((level) => ({ value: level, label: say(`level_${level}`) })),
          ]}
        />
      ))}
      {error && (
        <p id="key-scope-error" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

const outcomeOf = ({
  code,
  message,
  nextStep,
}: {
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
}): FormOutcome => {
  const fieldId = fieldOfCode[code];
  return fieldId
    ? { kind: 'field-errors', errors: [{ fieldId, message: `${message} ${nextStep}` }] }
    : { kind: 'refused', message, nextStep };
};
