import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { limits } from '@parvis/formats/reading/limits';

/** A file to look at. It is opened only when its turn comes. */
export interface Source {
  /** As the caller named it, or found under the folder the caller named; `-` for standard input. */
  readonly name: string;
  /** Rejects with the error of the operating system, or a `TooLargeError`. */
  bytes(): Promise<Uint8Array>;
}

/**
 * The files that the operands name, in order. Of a folder, everything under it that is called .xml or .pdf, in the
 * order of their names; what is hidden is left out, links are followed, no folder is walked twice. One folder's names
 * at a time are held. A folder that the caller named and that holds none goes to `tellEmpty`.
 */
export async function* sourcesOf(
  operands: readonly string[],
  input: Readable,
  tellEmpty: (folder: string) => void,
): AsyncGenerator<Source> {
  for (const operand of operands) {
    if (operand === '-' || !(await isFolder(operand))) yield sourceNamed(operand, input);
    else if (!(yield* counted(filesUnder(operand, new Set())))) tellEmpty(operand);
  }
}

/** Gives everything on, and returns how much it was. */
async function* counted(sources: AsyncGenerator<Source>): AsyncGenerator<Source, number> {
  let count = 0;
  for await (const source of sources) {
    count += 1;
    yield source;
  }
  return count;
}

/** The one file of that name. */
export const sourceNamed = (name: string, input: Readable): Source =>
  name === '-' ? { name, bytes: () => gather(input) } : fileAt(name);

const isFolder = async (name: string): Promise<boolean> =>
  stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function* filesUnder(folder: string, walked: Set<string>): AsyncGenerator<Source> {
  let entries: Dirent[];
  try {
    const { dev, ino } = await stat(folder);
    if (walked.has(`${dev}:${ino}`)) return;
    walked.add(`${dev}:${ino}`);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { name: folder, bytes: () => Promise.reject(error) };
    return;
  }
  const wanted = entries.filter(mayBeWanted).sort(byName).reverse();
  for (let entry = wanted.pop(); entry; entry = wanted.pop()) {
    const name = path.join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await kindBehind(name) : entry;
    if (kind?.isDirectory()) yield* filesUnder(name, walked);
    else if (isInvoiceName(name) && (!kind || kind.isFile())) yield fileAt(name);
  }
}

const mayBeWanted = (entry: Dirent): boolean =>
  !entry.name.startsWith('.') && (!entry.isFile() || isInvoiceName(entry.name));

const isInvoiceName = (name: string): boolean => /\.(?:xml|pdf)$/i.test(name);

/** By code point: the same order on every machine and in every language. */
const byName = (left: Dirent, right: Dirent): number => (left.name < right.name ? -1 : 1);

/** Undefined for a link that leads nowhere: opening it tells why. */
const kindBehind = (name: string) => stat(name).catch(() => undefined);

/** More than a reader takes. */
export class TooLargeError extends Error {
  /** Of what has no end, the size is not known. */
  constructor(readonly size: number | undefined) {
    super('the file is too large');
  }
}

const fileAt = (name: string): Source => ({
  name,
  bytes: async () => {
    const file = await open(name);
    try {
      const found = await file.stat();
      if (!found.isFile()) return await gather(file.createReadStream({ autoClose: false }));
      if (found.size > limits.fileBytes) throw new TooLargeError(found.size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  },
});

/** Reads what may have no end: a pipe, a device. */
const gather = async (input: Readable): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
    length += chunk.length;
    if (length > limits.fileBytes) throw new TooLargeError(undefined);
  }
  return Buffer.concat(chunks, length);
};
