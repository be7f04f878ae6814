import { inflateRawSync } from 'node:zlib';
import { TableStopped } from './table-stopped.js';

/** A workbook has some ten parts, a very large one some hundreds. */
const mostEntries = 5_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const endBytes = 22;
const longestComment = 0xffff;

export interface ZipArchive {
  has(name: string): boolean;
  /** A part unpacked; undefined when there is none of that name. Throws TableStopped when it is broken or too large. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly at: number;
  readonly packedBytes: number;
  readonly method: number;
  readonly encrypted: boolean;
}

/**
 * Opens a ZIP archive (APPNOTE 6.3.10, without ZIP64 and encryption) by its directory, as spreadsheets do. Only parts asked
 * for are unpacked, all of them together never to more than `maximumBytes`, whatever they say of themselves.
 */
export const openZip = (bytes: Uint8Array, maximumBytes: number): ZipArchive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = guardRange(() => readDirectory(bytes, view));
  let left = maximumBytes;
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const content = guardRange(() => unpack(bytes, view, entry, left));
      left -= content.length;
      return content;
    },
  };
};

const readDirectory = (bytes: Uint8Array, view: DataView): Map<string, Entry> => {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries) throw new TableStopped('too-complex');
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new TableStopped('broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // The first of two parts of one name, so that no two programs see two files in one.
    if (entries.has(name)) throw new TableStopped('broken');
    entries.set(name, {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

const findEnd = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new TableStopped('broken');
};

const unpack = (
  bytes: Uint8Array,
  view: DataView,
  { at, packedBytes, method, encrypted }: Entry,
  maximumBytes: number,
): Uint8Array => {
  if (encrypted) throw new TableStopped('old-or-locked');
  if (view.getUint32(at, true) !== LOCAL_HEADER) throw new TableStopped('broken');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes) throw new TableStopped('broken');
  if (method === 0) {
    if (packed.length > maximumBytes) throw new TableStopped('too-large');
    return packed;
  }
  if (method !== 8) throw new TableStopped('broken');
  return inflate(packed, maximumBytes);
};

const inflate = (packed: Uint8Array, maximumBytes: number): Uint8Array => {
  if (maximumBytes < 1) throw new TableStopped('too-large');
  try {
    return inflateRawSync(packed, { maxOutputLength: maximumBytes });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new TableStopped('too-large');
    if (typeof code === 'string' && code.startsWith('Z_')) throw new TableStopped('broken');
    throw error;
  }
};

/** Places outside the file are the file's fault. */
const guardRange = <Value>(read: () => Value): Value => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new TableStopped('broken');
    throw error;
  }
};
