import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import { countsOf, type Desk, type Group } from './deposit-desk.js';
import { useWords } from './words.js';

const groups: readonly Group[] = ['checking', 'ready', 'faulty', 'sent'];

/** "2 prêtes · 1 à corriger"; a screen reader hears it change. */
export function DeskSummary({ cards }: { readonly cards: Desk }): ReactNode {
  const say = useWords();
  const counts = countsOf(cards);
  const said = groups
    .filter((group) => counts[group] > 0)
    .map((group) => say(`summary_${group}`, { count: counts[group] }));
  return (
    <p role="status" className={classes.summary}>
      {said.join(' · ')}
    </p>
  );
}
