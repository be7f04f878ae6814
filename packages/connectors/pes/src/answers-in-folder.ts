import { createHash } from 'node:crypto';
import { type Drop, isNameable, isUnfinished, LARGEST_READ } from '@parvis/connector-kit/drop/drop';
import type { AnswerFile } from '@parvis/connector-kit/pes/answer-files';

/** Hélios' answers that lie in a folder, the oldest first. A folder that is not there yet holds none. */
export const answersIn = async (drop: Drop, folder: string): Promise<readonly AnswerFile[]> => {
  const entries = (await drop.list(folder)) ?? [];
  return entries
    .filter(({ name }) => !isUnfinished(name) && isNameable(name) && /\.xml$/i.test(name))
    .toSorted((one, other) => one.modifiedAt - other.modifiedAt || (one.name < other.name ? -1 : 1))
    .map(({ name, bytes, modifiedAt }) => ({
      // The same name with another size or another time is another file.
      id: createHash('sha256').update(`${name}/${bytes}/${modifiedAt}`).digest('base64url').slice(0, 12),
      name,
      receivedAt: new Date(modifiedAt * 1000),
      isTooLarge: bytes > LARGEST_READ,
      read: () => drop.read(`${folder}/${name}`),
    }));
};
