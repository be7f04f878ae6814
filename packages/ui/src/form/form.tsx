import type { ReactNode, SubmitEvent } from 'react';
import classes from './form.module.css';
import { FormAnswer } from './form-answer.js';
import type { FormOutcome } from './outcome.js';

export interface FormProps {
  readonly onSubmit: () => void;
  /** What came of the last sending; shown above the fields. */
  readonly outcome?: FormOutcome | undefined;
  readonly sending?: boolean | undefined;
  /** The buttons: a `SubmitButton` first. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** Fields, buttons, and one look for each outcome. What was typed stays, whatever comes back. */
export function Form({ onSubmit, outcome, sending = false, actions, children }: FormProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!sending) onSubmit();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {outcome && !sending && <FormAnswer outcome={outcome} />}
      {children}
      <div className={classes.actions}>{actions}</div>
    </form>
  );
}
