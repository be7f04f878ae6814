import type { ReactNode } from 'react';
import { useFoot } from '../frame/use-foot.js';
import classes from './acts.module.css';
import { Button } from './button.js';

export interface Act {
  readonly key: string;
  /** The verb: "Approuver". */
  readonly label: string;
  /** What will happen: "La facture part en comptabilité ; le fournisseur lit « Service fait »." */
  readonly consequence?: ReactNode;
  readonly icon?: ReactNode;
  /** `main` at most once: the likely next act. */
  readonly weight?: 'main' | 'ordinary' | 'destructive' | undefined;
  readonly onAct: () => void;
}

export interface ActBarProps {
  readonly label: string;
  /** Above the acts: "3 factures sélectionnées, 12 480,00 €", or what is asked of the person. */
  readonly summary?: ReactNode;
  readonly acts: readonly Act[];
  /** Why there is none, when there is none. */
  readonly none?: ReactNode;
  /** For a selection: stays in sight at the foot of the page. */
  readonly sticky?: boolean | undefined;
}

const look = {
  main: { variant: 'filled' },
  ordinary: { variant: 'default' },
  destructive: { variant: 'default', color: 'red' },
} as const;

/** The acts open now, each with what happens next. */
export function ActBar({ label, summary, acts, none, sticky = false }: ActBarProps) {
  const bar = useFoot<HTMLElement>(sticky);
  return (
    <section ref={bar} aria-label={label} className={classes.bar} data-sticky={sticky || undefined}>
      {summary && <div className={classes.summary}>{summary}</div>}
      {acts.length === 0 && none && <p className={classes.none}>{none}</p>}
      <div className={classes.acts}>
        {acts.map(({ key, label: verb, consequence, icon, weight = 'ordinary', onAct }) => (
          <div key={key} className={classes.act}>
            <Button
              size="md"
              icon={icon}
              onClick={onAct}
              aria-describedby={consequence ? `act-${key}` : undefined}
              {...look[weight]}
            >
              {verb}
            </Button>
            {consequence && (
              <p id={`act-${key}`} className={classes.consequence}>
                {consequence}
              </p>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
