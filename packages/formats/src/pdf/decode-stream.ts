import { constants, inflateSync } from 'node:zlib';
import { decodeLzw } from './decode-lzw.js';
import { PdfBroken } from './pdf-broken.js';
import { isArray, isDict, nameOf, type PdfDict, type PdfValue } from './pdf-values.js';
import { withoutPredictor } from './predictors.js';

/** More filters than this on one stream have no honest use. */
const maximumFilters = 3;

/** Undoes the filters of a stream, never giving more than `maximumBytes`. Throws PdfBroken. */
export const decodeStream = (
  raw: Uint8Array,
  dict: PdfDict,
  resolve: (value: PdfValue | undefined) => PdfValue,
  maximumBytes: number,
): Uint8Array => {
  const filters = listed(resolve(dict.get('Filter') ?? dict.get('F')), resolve).map(nameOf);
  const given = listed(resolve(dict.get('DecodeParms') ?? dict.get('DP')), resolve);
  if (filters.length > maximumFilters) throw new PdfBroken('too many filters');
  return filters.reduce((bytes: Uint8Array, filter, index) => {
    const own = given[index];
    const parameters = numbersOf(isDict(own) ? own : new Map(), resolve);
    const plain = undo(filter, bytes, maximumBytes, parameters);
    return withPredictors.has(filter ?? '') ? withoutPredictor(plain, parameters) : plain;
  }, raw);
};

const listed = (value: PdfValue, resolve: (value: PdfValue | undefined) => PdfValue): readonly PdfValue[] => {
  if (isArray(value)) return value.map(resolve);
  return value === null ? [] : [value];
};

/** Reads a number among a filter's parameters. */
type Parameters = (name: string, otherwise: number) => number;

const numbersOf =
  (parameters: PdfDict, resolve: (value: PdfValue | undefined) => PdfValue): Parameters =>
  (name, otherwise) => {
    const value = resolve(parameters.get(name));
    return typeof value === 'number' ? value : otherwise;
  };

const withPredictors: ReadonlySet<string> = new Set(['FlateDecode', 'Fl', 'LZWDecode', 'LZW']);

const undo = (
  filter: string | undefined,
  bytes: Uint8Array,
  maximumBytes: number,
  parameters: Parameters,
): Uint8Array => {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflate(bytes, maximumBytes);
    case 'LZWDecode':
    case 'LZW':
      return decodeLzw(bytes, maximumBytes, parameters('EarlyChange', 1) !== 0);
    case 'RunLengthDecode':
    case 'RL':
      return decodeRunLengths(bytes, maximumBytes);
    case 'ASCIIHexDecode':
    case 'AHx':
      return fromHex(bytes);
    case 'ASCII85Decode':
    case 'A85':
      return fromAscii85(bytes);
    default:
      throw new PdfBroken(`filter ${filter}`);
  }
};

/** A truncated end is forgiven, as PDF viewers do; a bomb is not. */
const inflate = (bytes: Uint8Array, maximumBytes: number): Uint8Array => {
  try {
    return inflateSync(bytes, { maxOutputLength: maximumBytes, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw new PdfBroken('cannot inflate', { cause: error });
  }
};

/** What the first bytes of a deflated stream give; throws PdfBroken where they are none. */
export const inflateBeginning = (bytes: Uint8Array): Uint8Array => inflate(bytes, beginningLimit);

/** Deflate makes a thousand bytes of one at most. */
const beginningLimit = 1024 * 1024;

const fromHex = (bytes: Uint8Array): Uint8Array => {
  const digits = Buffer.from(bytes).toString('latin1');
  const clean = digits.split('>')[0]?.replaceAll(/[^\dA-Fa-f]/g, '') ?? '';
  return Buffer.from(clean.length % 2 === 0 ? clean : `${clean}0`, 'hex');
};

const fromAscii85 = (bytes: Uint8Array): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1').split('~>')[0] ?? '';
  const output: number[] = [];
  let group: number[] = [];
  const flush = (size: number): void => {
    const padded = [...group, ...new Array<number>(5 - group.length).fill(84)];
    const number = padded.reduce((total, digit) => total * 85 + digit, 0);
    for (let index = 0; index < size; index++) output.push((number / 256 ** (3 - index)) & 0xff);
    group = [];
  };
  for (const character of text) {
    if (character === 'z' && group.length === 0) output.push(0, 0, 0, 0);
    else if (character >= '!' && character <= 'u') group.push(character.charCodeAt(0) - 33);
    if (group.length === 5) flush(4);
  }
  if (group.length > 1) flush(group.length - 1);
  return Uint8Array.from(output);
};

/** A length below 128 announces that many bytes and one; above, one byte repeated (ISO 32000-2, 7.4.5). */
const decodeRunLengths = (bytes: Uint8Array, maximumBytes: number): Uint8Array => {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? endOfRuns;
    if (length === endOfRuns) break;
    const piece =
      length < endOfRuns
        ? bytes.subarray(at + 1, at + 2 + length)
        : new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0);
    at += length < endOfRuns ? length + 2 : 2;
    total += piece.length;
    if (total > maximumBytes) throw new PdfBroken('too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

const endOfRuns = 128;
