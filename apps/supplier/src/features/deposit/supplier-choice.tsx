import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import type { SupplierChoiceState } from './use-supplier-choice.js';
import { useWords } from './words.js';

/** For whom one deposits; not asked when there is nothing to choose. */
export function SupplierChoice({ choices, supplierId, choose }: SupplierChoiceState): ReactNode {
  const say = useWords();
  if (choices.length < 2) return null;
  return (
    <NativeSelect
      className={classes.supplier ?? ''}
      label={say('sendingAs')}
      value={supplierId ?? ''}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
}
