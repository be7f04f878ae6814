import type { ReactNode } from 'react';
import { SubmitButton } from '../form/submit-button.js';
import { useWords } from '../language/language.js';
import classes from './acts.module.css';
import { Button } from './button.js';
import { Dialog } from './dialog.js';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  /** The act as a question or a title: "Rejeter la facture F-2026-0042". */
  readonly title: string;
  /** What follows from it, and that it cannot be undone where that is so. Fields go here too. */
  readonly children: ReactNode;
  /** The verb: "Rejeter". Never "OK". */
  readonly confirmLabel: string;
  readonly sendingLabel?: string | undefined;
  readonly sending?: boolean | undefined;
  readonly destructive?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once, in words that name the consequence. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirmLabel, sendingLabel, sending, destructive, onConfirm, onClose } =
    props;
  const words = useWords();
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <div className={classes.dialog}>{children}</div>
      <div className={classes.dialogActs}>
        <Button variant="default" size="md" onClick={onClose}>
          {words.cancel}
        </Button>
        <SubmitButton
          onClick={onConfirm}
          sending={sending}
          sendingLabel={sendingLabel}
          color={destructive ? 'red' : undefined}
        >
          {confirmLabel}
        </SubmitButton>
      </div>
    </Dialog>
  );
}
