import { IconCheck, IconLoader2, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import classes from './life-line.module.css';

export interface LifeLineStep {
  readonly key: string;
  /** "Lue", "Vérifiée", "Envoyée" */
  readonly label: ReactNode;
  readonly state: 'done' | 'current' | 'waiting' | 'failed';
}

export interface LifeLineProps {
  /** What goes through the steps: "Dépôt de facture-42.xml". */
  readonly label: string;
  readonly steps: readonly LifeLineStep[];
}

/** How far something has come, in one line: read, checked, sent. */
export function LifeLine({ label, steps }: LifeLineProps) {
  const words = useWords();
  const told = { done: words.done, current: words.current, waiting: words.toCome, failed: words.failed };
  return (
    <ol className={classes.line} aria-label={label}>
      {steps.map(({ key, label: name, state }) => (
        <li key={key} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span className={classes.dot} aria-hidden>
            {state === 'done' && <IconCheck size={13} stroke={3} />}
            {state === 'failed' && <IconX size={13} stroke={3} />}
            {state === 'current' && <IconLoader2 size={13} stroke={3} />}
          </span>
          <span className={classes.name}>
            {name}
            <span className="pv-visually-hidden"> ({told[state]})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
