import type { Writable } from 'node:stream';

/** What a shell expects of a program whose reader went away (`| head`): 128 + SIGPIPE. */
const WITHOUT_READER = 141;
const NOT_USABLE = 2;
/** 128 + SIGINT, 128 + SIGTERM. */
const interrupted = { SIGINT: 130, SIGTERM: 143 } as const;

const undone = new Set<() => void>();

/** Has something put in order, at once, before the program ends on Ctrl-C. Call the answer once there is nothing left to undo. */
export const undoOnInterrupt = (undo: () => void): (() => void) => {
  undone.add(undo);
  return () => undone.delete(undo);
};

/** Ctrl-C: what was begun is undone, and nothing more is said. */
export const endOnInterrupt = (): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      for (const undo of undone) undo();
      process.exit(interrupted[signal]);
    });
};

/**
 * Nobody takes our output any more: no more work. Whoever read it has had enough, and needs no message; of anything else
 * (the disk is full) `say` makes a sentence, from the code of the operating system.
 */
export const endWithoutReader = (output: Writable, say: (code: string) => string): void => {
  output.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    for (const undo of undone) undo();
    if (code !== 'EPIPE') process.stderr.write(`${say(code ?? message)}\n`);
    process.exit(code === 'EPIPE' ? WITHOUT_READER : NOT_USABLE);
  });
};
