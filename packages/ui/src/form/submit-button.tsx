import type { ReactNode } from 'react';
import { Button } from '../acts/button.js';
import classes from '../acts/button.module.css';
import { useWords } from '../language/language.js';
import { useDelay } from '../states/use-delay.js';

export interface SubmitButtonProps {
  readonly children: ReactNode;
  readonly sending?: boolean | undefined;
  /** What is being done: "Dépôt de 3 factures". */
  readonly sendingLabel?: string | undefined;
  readonly color?: 'red' | undefined;
  readonly fullWidth?: boolean | undefined;
  /** `default` where it is not the likely next act. */
  readonly variant?: 'filled' | 'default' | undefined;
  readonly icon?: ReactNode;
  /** With it the button acts by itself; without it it submits its form. */
  readonly onClick?: (() => void) | undefined;
}

/** Sends. While waiting it keeps its place and the focus, ignores further presses, and after 300 ms says what is done. */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, sending = false, sendingLabel, color, fullWidth = false, variant, icon, onClick } = props;
  return (
    <Button
      type={onClick ? 'button' : 'submit'}
      size="md"
      fullWidth={fullWidth}
      variant={variant}
      icon={icon}
      aria-disabled={sending || undefined}
      {...(color ? { color } : {})}
      onClick={(event) => {
        if (sending) event.preventDefault();
        else onClick?.();
      }}
    >
      {sending ? <Waiting label={sendingLabel}>{children}</Waiting> : children}
    </Button>
  );
}

function Waiting({ label, children }: { readonly label: string | undefined; readonly children: ReactNode }) {
  const words = useWords();
  const slow = useDelay(300);
  if (!slow) return children;
  return (
    <span role="status" style={{ display: 'inline-flex', gap: '0.625rem', alignItems: 'center' }}>
      <span className={classes.spinner} aria-hidden /> {label ?? words.sending}
    </span>
  );
}
