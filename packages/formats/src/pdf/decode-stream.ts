import { constants, inflateSync } from 'node:zlib';
import { PdfBroken } from './pdf-broken.js';
import { isArray, isDict, nameOf, type PdfDict, type PdfValue } from './pdf-values.js';

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
  const parameters = listed(resolve(dict.get('DecodeParms') ?? dict.get('DP')), resolve);
  if (filters.length > maximumFilters) throw new PdfBroken('too many filters');
  return filters.reduce((bytes: Uint8Array, filter, index) => {
    const own = parameters[index];
    return withoutPredictor(undo(filter, bytes, maximumBytes), isDict(own) ? own : new Map(), resolve);
  }, raw);
};

const listed = (value: PdfValue, resolve: (value: PdfValue | undefined) => PdfValue): readonly PdfValue[] => {
  if (isArray(value)) return value.map(resolve);
  return value === null ? [] : [value];
};

const undo = (filter: string | undefined, bytes: Uint8Array, maximumBytes: number): Uint8Array => {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflate(bytes, maximumBytes);
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

/** PNG predictors, as cross-reference streams use them (ISO 32000-2, 7.4.4.4). */
const withoutPredictor = (
  bytes: Uint8Array,
  parameters: PdfDict,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Uint8Array => {
  const number = (name: string, otherwise: number): number => {
    const value = resolve(parameters.get(name));
    return typeof value === 'number' ? value : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw new PdfBroken('TIFF predictor');
  const pixelBytes = Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8);
  const rowBytes = Math.ceil(
    (number('Colors', 1) * number('BitsPerComponent', 8) * number('Columns', 1)) / 8,
  );
  if (!(rowBytes > 0 && rowBytes < 1_000_000)) throw new PdfBroken('predictor');
  return unfilterPng(bytes, rowBytes, pixelBytes);
};

const unfilterPng = (bytes: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array => {
  const rows = Math.ceil(bytes.length / (rowBytes + 1));
  const output = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (rowBytes + 1)] ?? 0;
    for (let column = 0; column < rowBytes; column++) {
      const at = row * rowBytes + column;
      const left = column >= pixelBytes ? (output[at - pixelBytes] ?? 0) : 0;
      const above = row > 0 ? (output[at - rowBytes] ?? 0) : 0;
      const corner = row > 0 && column >= pixelBytes ? (output[at - rowBytes - pixelBytes] ?? 0) : 0;
      const value = bytes[row * (rowBytes + 1) + 1 + column] ?? 0;
      output[at] = value + prediction(filter, left, above, corner);
    }
  }
  return output;
};

const prediction = (filter: number, left: number, above: number, corner: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + above - corner;
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
};
