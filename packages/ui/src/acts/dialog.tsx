import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../language/language.js';
import { CloseButton } from './close-button.js';
import classes from './dialog.module.css';

export interface DialogProps {
  readonly opened: boolean;
  /** Left out, nothing but what is inside closes it. */
  readonly onClose?: (() => void) | undefined;
  readonly title: ReactNode;
  readonly size?: 'md' | 'lg' | 'xl' | undefined;
  readonly children: ReactNode;
}

/**
 * A window over the page, the browser's own: it keeps the focus, and gives it back. The focus begins at
 * `data-autofocus`, else at the first field or button of what is inside.
 */
export function Dialog({ opened, ...props }: DialogProps) {
  return opened ? <Window {...props} /> : null;
}

function Window({ onClose, title, size = 'lg', children }: Omit<DialogProps, 'opened'>) {
  const words = useWords();
  const titleId = useId();
  const frame = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  useLayoutEffect(() => {
    latest.current = onClose;
  });

  useLayoutEffect(() => {
    const dialog = frame.current;
    if (!dialog) return;
    dialog.showModal();
    firstOf(body.current)?.focus();
    const stop = closeOnPressBeside(dialog, () => latest.current?.());
    return () => {
      stop();
      dialog.close();
    };
  }, []);

  return (
    <dialog
      ref={frame}
      className={classes.window}
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={({ currentTarget }) => {
        // A browser may close it in spite of all; what the page says holds.
        if (currentTarget.open) return;
        if (onClose) onClose();
        else currentTarget.showModal();
      }}
    >
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {onClose && <CloseButton aria-label={words.close} onClick={onClose} />}
      </div>
      <div ref={body} className={classes.body}>
        {children}
      </div>
    </dialog>
  );
}

const firstOf = (body: HTMLElement | null): HTMLElement | null | undefined =>
  body?.querySelector<HTMLElement>('[data-autofocus]') ??
  body?.querySelector<HTMLElement>('input, select, textarea, button, a[href]');

/** Only a press that begins and ends beside the window: text selected across its edge is no wish to close. */
const closeOnPressBeside = (dialog: HTMLDialogElement, onPress: () => void): (() => void) => {
  let beganBeside = false;
  const onDown = ({ target }: PointerEvent) => {
    beganBeside = target === dialog;
  };
  const onClick = ({ target }: MouseEvent) => {
    if (beganBeside && target === dialog) onPress();
  };
  dialog.addEventListener('pointerdown', onDown);
  dialog.addEventListener('click', onClick);
  return () => {
    dialog.removeEventListener('pointerdown', onDown);
    dialog.removeEventListener('click', onClick);
  };
};
