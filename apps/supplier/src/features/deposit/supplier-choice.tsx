import { SelectField } from '@parvis/ui/form/select-field';
import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import type { SupplierChoiceState } from './use-supplier-choice.js';
import { useWords } from './words.js';

/** For whom one deposits; not asked when there is nothing to choose. */
export function SupplierChoice({ choices, supplierId, choose }: SupplierChoiceState): ReactNode {
  const say = useWords();
  if (choices.length < 2) return null;
  return (
    <div className={classes.supplier}>
      <SelectField
        id="supplier"
        label={say('sendingAs')}
        value={supplierId ?? ''}
        prompt={false}
        choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={choose}
      />
    </div>
  );
}
