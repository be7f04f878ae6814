import type { Writable } from 'node:stream';

/** What a shell expects of a program whose reader went away (`| head`): 128 + SIGPIPE. */
const WITHOUT_READER = 141;
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

/** Whoever read our output has had enough: no more work, no message. */
export const endQuietlyWithoutReader = (output: Writable): void => {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    for (const undo of undone) undo();
    process.exit(WITHOUT_READER);
  });
};
