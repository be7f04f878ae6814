import type { WriteStream } from 'node:tty';

const EVERY_MILLISECONDS = 100;

/** One line at the foot of a terminal that says how far we are; silent anywhere else. */
export interface Progress {
  show(text: string): void;
  /** Makes room for what is printed next. */
  clear(): void;
}

export const progressOn = (terminal: WriteStream): Progress => {
  if (!terminal.isTTY) return { show: () => undefined, clear: () => undefined };
  let last = 0;
  let shown = false;
  return {
    show: (text) => {
      if (Date.now() - last < EVERY_MILLISECONDS) return;
      last = Date.now();
      shown = true;
      terminal.write(`\r\u001b[K${text.slice(0, terminal.columns - 1)}`);
    },
    clear: () => {
      if (shown) terminal.write('\r\u001b[K');
      shown = false;
    },
  };
};
