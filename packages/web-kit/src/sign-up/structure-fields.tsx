import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { TextField } from '@parvis/ui/form/text-field';
import type { ReactNode } from 'react';
import type { SignUpDraft } from './kept.js';
import { fieldId } from './refusal-outcome.js';
import classes from './sign-up.module.css';
import { useSignUpWords } from './words.js';

export interface StructureFieldsProps {
  readonly draft: SignUpDraft;
  readonly onChange: (change: Partial<SignUpDraft>) => void;
  readonly outcome: FormOutcome | undefined;
}

/** Asked for when nobody has registered the structure. */
export function StructureFields({ draft, onChange, outcome }: StructureFieldsProps): ReactNode {
  const say = useSignUpWords();
  const field = (name: 'structureName' | 'street' | 'postCode' | 'town', autoComplete: string) => ({
    id: fieldId(name),
    name,
    autoComplete,
    label: say(name),
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value }),
    error: errorOf(outcome, fieldId(name)),
  });
  return (
    <>
      <TextField {...field('structureName', 'organization')} />
      <TextField {...field('street', 'street-address')} />
      <div className={classes.pair}>
        <TextField {...field('postCode', 'postal-code')} inputMode="numeric" />
        <TextField {...field('town', 'address-level2')} />
      </div>
    </>
  );
}
