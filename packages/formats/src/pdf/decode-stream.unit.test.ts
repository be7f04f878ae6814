import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeStream } from './decode-stream.js';
import { PdfBroken } from './pdf-broken.js';
import { PdfName, type PdfValue } from './pdf-values.js';

const decode = (
  raw: Uint8Array,
  filter: string,
  parameters: Readonly<Record<string, number>> = {},
  maximumBytes = 100_000,
): Uint8Array =>
  decodeStream(
    raw,
    new Map<string, PdfValue>([
      ['Filter', new PdfName(filter)],
      ['DecodeParms', new Map(Object.entries(parameters))],
    ]),
    (value) => value ?? null,
    maximumBytes,
  );

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

/** Codes of growing width, as the standard's encoder writes them: a clear first, an end last. */
const compressLzw = (input: Uint8Array, early: number): Uint8Array => {
  const bits: number[] = [];
  const known = new Map<string, number>();
  let next = 258;
  const width = (): number => Math.max(9, Math.min(12, 32 - Math.clz32(next + early - 1)));
  const emit = (code: number): void => {
    for (let bit = width() - 1; bit >= 0; bit--) bits.push((code >> bit) & 1);
  };
  const codeOf = (sequence: string): number =>
    sequence.length === 1 ? sequence.charCodeAt(0) : (known.get(sequence) ?? -1);
  emit(256);
  let sequence = '';
  for (const byte of input) {
    const longer = sequence + String.fromCharCode(byte);
    if (codeOf(longer) >= 0) {
      sequence = longer;
      continue;
    }
    emit(codeOf(sequence));
    known.set(longer, next++);
    sequence = String.fromCharCode(byte);
    if (next === 4094) {
      emit(256);
      known.clear();
      next = 258;
    }
  }
  emit(codeOf(sequence));
  next++;
  emit(257);
  const output = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, index) => {
    output[index >> 3] = (output[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
  });
  return output;
};

describe('LZW', () => {
  it('is undone for the example of the standard', () => {
    const encoded = bytes(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
    expect([...decode(encoded, 'LZWDecode')]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
  });

  it.each([1, 0])('is undone over all widths of codes and cleared tables, early change %i', (early) => {
    const input = Uint8Array.from(
      { length: 60_000 },
      (_, index) => (index * 7919 + (index >> 5) * 31) & 0xff,
    );
    const output = decode(compressLzw(input, early), 'LZWDecode', { EarlyChange: early });
    expect(Buffer.compare(output, input)).toBe(0);
  });

  it('is refused where a code means nothing yet, and where it gives too much', () => {
    expect(() => decode(bytes(0x80, 0x60, 0x00), 'LZWDecode')).toThrow(PdfBroken);
    expect(() => decode(compressLzw(new Uint8Array(5_000), 1), 'LZWDecode', {}, 4_999)).toThrow(PdfBroken);
  });
});

describe('run lengths', () => {
  it('are undone, and refused where they give too much', () => {
    const encoded = bytes(2, 65, 66, 67, 254, 90, 128, 1);
    expect(Buffer.from(decode(encoded, 'RunLengthDecode')).toString()).toBe('ABCZZZ');
    expect(() => decode(encoded, 'RunLengthDecode', {}, 5)).toThrow(PdfBroken);
  });
});

describe('predictors', () => {
  it.each([
    ['8 bits', { Predictor: 2, Columns: 3, Colors: 1 }, [10, 1, 1, 20, 255, 1], [10, 11, 12, 20, 19, 20]],
    ['three colours', { Predictor: 2, Columns: 2, Colors: 3 }, [1, 2, 3, 1, 1, 1], [1, 2, 3, 2, 3, 4]],
    [
      '16 bits',
      { Predictor: 2, Columns: 2, Colors: 1, BitsPerComponent: 16 },
      [0, 255, 0, 1],
      [0, 255, 1, 0],
    ],
    ['4 bits', { Predictor: 2, Columns: 4, Colors: 1, BitsPerComponent: 4 }, [0x11, 0x1f], [0x12, 0x32]],
  ])('of TIFF are undone, %s', (_, parameters, written, plain) => {
    expect([...decode(deflateSync(bytes(...written)), 'FlateDecode', parameters)]).toEqual(plain);
  });

  it('of PNG are undone, also over LZW', () => {
    const rows = bytes(1, 5, 1, 1, 2, 1, 1, 1);
    const parameters = { Predictor: 15, Columns: 3 };
    expect([...decode(deflateSync(rows), 'FlateDecode', parameters)]).toEqual([5, 6, 7, 6, 7, 8]);
    expect([...decode(compressLzw(rows, 1), 'LZWDecode', parameters)]).toEqual([5, 6, 7, 6, 7, 8]);
  });

  it('are refused where they make no sense', () => {
    for (const parameters of [
      { Predictor: 7 },
      { Predictor: 12, Columns: 1e9 },
      { Predictor: 12, Columns: -4 },
      { Predictor: 2, Columns: 4, BitsPerComponent: 5 },
    ])
      expect(() => decode(deflateSync(bytes(1, 2, 3)), 'FlateDecode', parameters)).toThrow(PdfBroken);
  });
});
