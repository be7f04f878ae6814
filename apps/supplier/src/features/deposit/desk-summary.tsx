import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import { allGroups, countIn, type Desk } from './deposit-desk.js';
import { useWords } from './words.js';

/** "2 prêtes · 1 à corriger · 3 non envoyées"; a screen reader hears it change. */
export function DeskSummary({ cards }: { readonly cards: Desk }): ReactNode {
  const say = useWords();
  const said = allGroups
    .map((group) => ({ group, count: countIn(cards, group) }))
    .filter(({ count }) => count > 0)
    .map(({ group, count }) => say(`summary_${group}`, { count }));
  return (
    <p role="status" className={classes.summary}>
      {said.join(' · ')}
    </p>
  );
}
