import { isUtf8 } from 'node:buffer';
import { stopReading } from '../reading/read-fault.js';
import { firstNotUtf8 } from './utf8-faults.js';

export interface DecodedText {
  /** The text as UTF-8, without a byte order mark; the sender's own bytes where they are that already. */
  readonly bytes: Uint8Array;
  /** The encoding written in the XML declaration, where the byte order mark says another. */
  readonly contradicted?: string;
  readonly encoding: string;
}

const pieceBytes = 1 << 20;

/** First bytes that tell an encoding we do not read (XML 1.0, appendix F). */
const foreign: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe, 0, 0], 'UTF-32'],
  [[0, 0, 0xfe, 0xff], 'UTF-32'],
  [[0x3c, 0, 0, 0], 'UTF-32'],
  [[0, 0, 0, 0x3c], 'UTF-32'],
  [[0x4c, 0x6f, 0xa7, 0x94], 'EBCDIC'],
];

/**
 * Decodes an XML document: by its byte order mark, else by its declaration, else as UTF-8.
 * Throws ReadingStopped (PV-READ-ENCODING) for an encoding we do not read and for bytes that do not fit, with the
 * offset of the first such byte and its line.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const other = foreign.find(([start]) => start.every((code, index) => bytes[index] === code));
  if (other) stopReading('PV-READ-ENCODING', { declared: other[1], found: other[1] });
  const marked = encodingByMark(bytes);
  const declared = declaredEncoding(bytes, marked?.encoding);
  const content = bytes.subarray(marked?.length ?? 0);
  if (marked) {
    const agrees = declared === undefined || familyOf(declared) === familyOf(marked.encoding);
    return {
      encoding: marked.encoding,
      bytes: asUtf8(content, marked.encoding, marked.length),
      ...(agrees ? {} : { contradicted: declared }),
    };
  }
  const encoding = declared === undefined ? 'utf-8' : decodable(declared);
  return { encoding, bytes: asUtf8(content, encoding, 0) };
};

/** The start of a document as far as it can be read, whatever follows. */
export const decodeStart = (bytes: Uint8Array, length: number): Uint8Array => {
  let end = Math.min(length & ~3, bytes.length);
  const inUnits = encodingByMark(bytes)?.encoding.startsWith('utf-16') ?? false;
  while (!inUnits && end > 0 && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return decodeText(bytes.subarray(0, end)).bytes;
};

const encodingByMark = (bytes: Uint8Array): { encoding: string; length: number } | undefined => {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0x3c && b === 0) return { encoding: 'utf-16le', length: 0 };
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', length: 0 };
  return undefined;
};

const declaredEncoding = (bytes: Uint8Array, marked: string | undefined): string | undefined => {
  const start = bytes.subarray(0, 400);
  const head =
    marked === 'utf-16le' || marked === 'utf-16be'
      ? new TextDecoder(marked).decode(start)
      : Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString('latin1');
  return /^(?:\uFEFF|ï»¿)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
};

/** Where a declaration could be read byte by byte, the document is no UTF-16, whatever it says. */
const decodable = (declared: string): string => {
  const encoding = decoderFor(declared);
  return encoding === undefined || encoding.startsWith('utf-16')
    ? stopReading('PV-READ-ENCODING', { declared: declared.slice(0, 40) })
    : encoding;
};

/** The platform's name for an encoding declared in a document; undefined for one it does not know. */
const decoderFor = (declared: string): string | undefined => {
  const name = declared.toLowerCase();
  if (name === 'utf-8' || name === 'us-ascii' || name === 'ascii') return 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
};

const familyOf = (name: string): string => (decoderFor(name) ?? name).slice(0, 6);

const asUtf8 = (bytes: Uint8Array, encoding: string, offset: number): Uint8Array => {
  if (encoding !== 'utf-8') return transcoded(bytes, encoding, offset);
  return isUtf8(bytes) ? bytes : misfit(bytes, encoding, offset, firstNotUtf8(bytes) ?? bytes.length);
};

const transcoded = (bytes: Uint8Array, encoding: string, offset: number): Uint8Array => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const pieces: Uint8Array[] = [];
  let start = 0;
  try {
    for (; start < bytes.length; start += pieceBytes)
      pieces.push(Buffer.from(decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true })));
    pieces.push(Buffer.from(decoder.decode()));
  } catch (error) {
    if (error instanceof TypeError) misfit(bytes, encoding, offset, firstMisfit(bytes, encoding));
    throw error;
  }
  return Buffer.concat(pieces);
};

/** Surrogates without their other half, or half a unit at the end; of other encodings only that they do not fit. */
const firstMisfit = (bytes: Uint8Array, encoding: string): number | undefined => {
  if (!encoding.startsWith('utf-16')) return undefined;
  const high = encoding === 'utf-16le' ? 1 : 0;
  const isHalf = (at: number, from: number): boolean => ((bytes[at + high] ?? 0) & 0xfc) === from;
  let at = 0;
  for (; at + 1 < bytes.length; at += 2) {
    if (isHalf(at, 0xdc)) return at;
    if (!isHalf(at, 0xd8)) continue;
    if (!isHalf(at + 2, 0xdc)) return at;
    at += 2;
  }
  return at;
};

const misfit = (bytes: Uint8Array, encoding: string, offset: number, at: number | undefined): never =>
  stopReading('PV-READ-ENCODING', {
    declared: encoding,
    ...(at === undefined
      ? {}
      : { offset: String(offset + at), line: String(lineOf(bytes, at)), ...byteAt(bytes, at) }),
  });

/** None at the end of a document cut off in the middle of a character. */
const byteAt = (bytes: Uint8Array, at: number): { readonly byte?: string } => {
  const found = bytes[at];
  return found === undefined ? {} : { byte: `0x${found.toString(16).toUpperCase().padStart(2, '0')}` };
};

const lineOf = (bytes: Uint8Array, at: number): number => {
  let line = 1;
  for (let offset = 0; offset < at; offset++) if (bytes[offset] === 0x0a) line++;
  return line;
};
