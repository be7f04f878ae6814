import { rmSync } from 'node:fs';
import { link, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { undoOnInterrupt } from '../endings.js';

/** The name is taken, and nobody said that what is there may go. */
export class AlreadyThereError extends Error {}

/**
 * Writes a file so that its name never stands for half of it: beside it first, then in its place. Rejects with an
 * `AlreadyThereError` where the name is taken, unless `replace`; with the error of the operating system otherwise.
 */
export const placeFile = async (name: string, bytes: Uint8Array, replace: boolean): Promise<void> => {
  const found = await stat(name).catch(() => undefined);
  if (found && !replace && found.isFile()) throw new AlreadyThereError();
  // A device or a pipe is written to, never replaced.
  if (found && !found.isFile()) return writeFile(name, bytes);
  const target = found ? await realpath(name) : name;
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.part`);
  const forget = undoOnInterrupt(() => rmSync(beside, { force: true }));
  try {
    await writeThrough(beside, bytes);
    await (replace ? rename(beside, target) : take(beside, target));
  } finally {
    await rm(beside, { force: true });
    forget();
  }
};

const writeThrough = async (name: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(name, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Fails if somebody else took the name meanwhile, where the file system has links; elsewhere it was free just now. */
const take = async (beside: string, target: string): Promise<void> => {
  try {
    await link(beside, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new AlreadyThereError();
    await rename(beside, target);
  }
};
