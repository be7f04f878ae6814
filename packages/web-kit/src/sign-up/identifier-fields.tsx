import { Button } from '@parvis/ui/acts/button';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextField } from '@parvis/ui/form/text-field';
import type { ReactNode } from 'react';
import type { IdentifierType, Side } from '../gql/graphql.js';
import type { SignUpDraft } from './kept.js';
import { fieldId } from './refusal-outcome.js';
import { useSignUpWords } from './words.js';

export interface IdentifierFieldsProps {
  readonly side: Side;
  readonly draft: SignUpDraft;
  readonly onChange: (change: Partial<SignUpDraft>) => void;
  readonly outcome: FormOutcome | undefined;
}

const withoutSiret = [
  'UE_HORS_FRANCE',
  'HORS_UE',
  'RIDET',
  'TAHITI',
  'PARTICULIER',
  'AUTRE',
] as const satisfies readonly IdentifierType[];

/** A SIRET, as nearly everyone has one; suppliers without one say what they have instead. */
export function IdentifierFields({ side, draft, onChange, outcome }: IdentifierFieldsProps): ReactNode {
  const say = useSignUpWords();
  const { identifierType: type, identifier } = draft;
  const isSiret = type === 'SIRET';
  const choices = withoutSiret.map((value) => ({ value, label: say(`type_${value}`) }));
  return (
    <>
      {!isSiret && (
        <SelectField
          id={fieldId('identifierType')}
          label={say('identifierType')}
          choices={choices}
          prompt={false}
          value={type}
          onChange={(value) =>
            onChange({ identifierType: withoutSiret.find((one) => one === value) ?? type })
          }
        />
      )}
      <TextField
        id={fieldId('identifier')}
        name="identifier"
        autoComplete="off"
        inputMode={isSiret ? 'numeric' : 'text'}
        label={say(isSiret ? 'identifier' : 'otherIdentifier')}
        hint={isSiret ? say('identifierHint') : undefined}
        value={identifier}
        onChange={(value) => onChange({ identifier: value })}
        error={errorOf(outcome, fieldId('identifier'))}
      />
      {side === 'SUPPLIER' && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange({ identifierType: isSiret ? 'UE_HORS_FRANCE' : 'SIRET' })}
          >
            {say(isSiret ? 'noSiret' : 'haveSiret')}
          </Button>
        </div>
      )}
    </>
  );
}
