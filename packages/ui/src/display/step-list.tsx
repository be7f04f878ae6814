import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import classes from './step-list.module.css';

export interface GuidedStep {
  readonly key: string;
  readonly title: string;
  readonly state: 'done' | 'current' | 'toCome' | 'faulty';
  /** Goes there; left out where one may not go yet. */
  readonly onGo?: (() => void) | undefined;
}

export interface StepListProps {
  /** What the steps lead to: "Connecter Tryton". */
  readonly label: string;
  readonly steps: readonly GuidedStep[];
}

/** Where one stands in something done step by step, and the way back. On narrow screens only the current step is named. */
export function StepList({ label, steps }: StepListProps) {
  return (
    <nav aria-label={label} className={classes.steps}>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.key}
            data-state={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <StepName step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepName({ step, number }: { readonly step: GuidedStep; readonly number: number }) {
  const words = useWords();
  const { state, title, onGo } = step;
  const told = { done: words.done, current: words.current, toCome: words.toCome, faulty: words.toMend }[
    state
  ];
  const content = (
    <>
      <span className={classes.mark} aria-hidden>
        {state === 'done' ? (
          <IconCheck size={15} stroke={2.6} />
        ) : state === 'faulty' ? (
          <IconAlertTriangle size={15} stroke={2.2} />
        ) : (
          number
        )}
      </span>
      <span className={classes.title}>{title}</span>
      <span className="pv-visually-hidden"> ({told})</span>
    </>
  );
  return onGo && state !== 'current' ? (
    <button type="button" className={classes.step} onClick={onGo}>
      {content}
    </button>
  ) : (
    <span className={classes.step}>{content}</span>
  );
}
