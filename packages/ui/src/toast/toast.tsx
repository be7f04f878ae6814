import { useEffect, useState } from 'react';
import { Button } from '../acts/button.js';
import { CloseButton } from '../acts/close-button.js';
import type { Tone } from '../display/tone.js';
import { ToneIcon } from '../display/tone-icon.js';
import { useWords } from '../language/language.js';
import classes from './toast.module.css';

export interface ToastContent {
  readonly message: string;
  readonly tone?: Tone | undefined;
  /** Offered for as long as the toast stays: ten seconds unless told otherwise. */
  readonly undo?: (() => void) | undefined;
  readonly undoLabel?: string | undefined;
  readonly durationSeconds?: number | undefined;
}

export interface ToastProps {
  readonly content: ToastContent;
  /** Kept the same from one drawing to the next, or the time starts again. */
  readonly onClose: (id: number) => void;
  readonly id: number;
}

/** One short answer. Its time stands still while someone reads it with the pointer or the keyboard on it. */
export function Toast({ id, content, onClose }: ToastProps) {
  const words = useWords();
  const { message, tone = 'success', undo, undoLabel = words.undo, durationSeconds = 10 } = content;
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onClose(id), durationSeconds * 1000);
    return () => clearTimeout(timer);
  }, [held, durationSeconds, onClose, id]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only holds the time while it is being read
    <div
      className={classes.toast}
      data-tone={tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ToneIcon tone={tone} />
      <p className={classes.message}>{message}</p>
      {undo && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            undo();
            onClose(id);
          }}
        >
          {undoLabel}
        </Button>
      )}
      <CloseButton size="sm" aria-label={words.dismiss} onClick={() => onClose(id)} />
    </div>
  );
}
