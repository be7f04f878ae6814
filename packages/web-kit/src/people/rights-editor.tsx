import { RadioCards } from '@parvis/ui/form/radio-cards';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextField } from '@parvis/ui/form/text-field';
import type { ReactNode } from 'react';
import type { Role, Side, Space } from '../gql/graphql.js';
import { spacesOfSide, useAccessNames } from './access-words.js';
import classes from './people.module.css';
import { type Choice, canBeNarrowed, type RightsDraft } from './rights-draft.js';
import { RightsPreview } from './rights-preview.js';
import { ServiceChoice } from './service-choice.js';
import { usePeopleWords } from './words.js';

export interface RightsEditorProps {
  /** Of the fields' identifiers. */
  readonly prefix: string;
  readonly structureId: string;
  readonly side: Side;
  /** The roles that the viewer may give. */
  readonly roles: readonly Role[];
  readonly draft: RightsDraft;
  readonly onChange: (draft: RightsDraft) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Role, spaces, services and end, with what they amount to. */
export function RightsEditor(props: RightsEditorProps): ReactNode {
  const { prefix, structureId, side, roles, draft, onChange, errorOf } = props;
  const say = usePeopleWords();
  const names = useAccessNames();
  const isUser = draft.role === 'USER';
  return (
    <>
      <RadioCards
        id={`${prefix}-role`}
        label={say('role')}
        value={draft.role}
        onChange={(role) => onChange({ ...draft, role: role as Role })}
        choices={roles.map((role) => ({
          value: role,
          label: names.role(role),
          description: say(`role_${role}_text`),
        }))}
      />
      {isUser && <Matrix {...props} />}
      {isUser && side === 'PUBLIC_ENTITY' && canBeNarrowed(draft.levels) && (
        <ServiceChoice
          prefix={prefix}
          structureId={structureId}
          chosen={draft.services}
          onChange={(services) => onChange({ ...draft, services })}
          error={errorOf('services')}
        />
      )}
      <TextField
        id={`${prefix}-until`}
        type="date"
        label={say('untilField')}
        hint={say('untilHint')}
        optional
        value={draft.until}
        onChange={(until) => onChange({ ...draft, until })}
        error={errorOf('until')}
      />
      <RightsPreview draft={draft} />
    </>
  );
}

const choices: readonly Choice[] = ['NONE', 'READ', 'FULL'];

function Matrix({ prefix, side, draft, onChange, errorOf }: RightsEditorProps): ReactNode {
  const say = usePeopleWords();
  const names = useAccessNames();
  const error = errorOf('grants');
  const give = (space: Space, level: Choice): void =>
    onChange({ ...draft, levels: { ...draft.levels, [space]: level } });
  return (
    <fieldset className={classes.matrix} aria-describedby={error ? `${prefix}-grants-error` : undefined}>
      <legend>{say('spaces')}</legend>
      {spacesOfSide(side).map((space, position) => (
        <div key={space} className={classes.space}>
          <div>
            <p>{names.space(space)}</p>
            <p className={classes.faint}>{say(`space_${space}_text`)}</p>
          </div>
          <SelectField
            id={position === 0 ? `${prefix}-grants` : `${prefix}-${space}`}
            label={names.space(space)}
            labelHidden
            prompt={false}
            value={draft.levels[space] ?? 'NONE'}
            onChange={(level) => give(space, level as Choice)}
            choices={choices.map((level) => ({ value: level, label: say(`level_${level}`) }))}
          />
        </div>
      ))}
      {error && (
        <p id={`${prefix}-grants-error`} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
