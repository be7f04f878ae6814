import { randomUUID } from 'node:crypto';
import type { Drop } from './drop.js';
import { cutShort } from './drop-failures.js';

/** A name that readers leave alone and nobody else writes to. */
export const partName = (name: string): string => `${name}.${randomUUID().slice(0, 8)}.part`;

/** Writes a file under a passing name and gives it its own when it is whole; a name in use is left alone. */
export const writeOnce = async (
  drop: Drop,
  path: string,
  bytes: Uint8Array,
): Promise<'written' | 'exists'> => {
  const part = partName(path);
  await drop.create(part, bytes);
  const moved = await drop.move(part, path);
  if (moved === 'gone') throw cutShort(path);
  if (moved === 'moved') return 'written';
  await drop.remove(part);
  return 'exists';
};
