import type { ReactNode } from 'react';
import { Button } from '../acts/button.js';
import { SubmitButton } from './submit-button.js';

export interface FormActsProps {
  readonly sending: boolean;
  /** What sending does: "Inviter". */
  readonly submit: string;
  /** What leaving the form is called: "Annuler". */
  readonly leave: string;
  readonly onLeave: () => void;
  /** What else may be asked about the same thing. */
  readonly children?: ReactNode;
}

/** Below a form that can be left without sending: send it, leave it, and further acts. */
export function FormActs({ sending, submit, leave, onLeave, children }: FormActsProps) {
  return (
    <>
      <SubmitButton sending={sending}>{submit}</SubmitButton>
      <Button variant="default" size="md" onClick={onLeave}>
        {leave}
      </Button>
      {children}
    </>
  );
}
