/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile, version 4.2: what the colours of a PDF/A page mean. Numbers
 * are those of the standard, adapted to the white of ICC (D50).
 */
export const srgbProfile = (): Uint8Array => {
  const tags: readonly (readonly [tag: string, bytes: Buffer])[] = [
    ['desc', text('sRGB IEC61966-2-1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', coordinates(0.9642, 1, 0.8249)],
    ['chad', matrix([1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168])],
    ['rXYZ', coordinates(0.43607, 0.22249, 0.01392)],
    ['gXYZ', coordinates(0.38515, 0.71687, 0.09708)],
    ['bXYZ', coordinates(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve()],
    ['gTRC', curve()],
    ['bTRC', curve()],
  ];
  const directory = Buffer.alloc(4 + tags.length * 12);
  directory.writeUInt32BE(tags.length, 0);
  let end = headerBytes + directory.length;
  tags.forEach(([tag, bytes], index) => {
    directory.write(tag, 4 + index * 12, 'latin1');
    directory.writeUInt32BE(end, 8 + index * 12);
    directory.writeUInt32BE(bytes.length, 12 + index * 12);
    end += bytes.length;
  });
  return Buffer.concat([header(end), directory, ...tags.map(([, bytes]) => bytes)]);
};

const headerBytes = 128;

const header = (length: number): Buffer => {
  const bytes = Buffer.alloc(headerBytes);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // The day of its making, any: a fixed one keeps files the same.
  [2026, 1, 1, 0, 0, 0].forEach((part, index) => {
    bytes.writeUInt16BE(part, 24 + index * 2);
  });
  bytes.write('acsp', 36, 'latin1');
  [0.9642, 1, 0.8249].forEach((part, index) => {
    bytes.writeInt32BE(fixed(part), 68 + index * 4);
  });
  return bytes;
};

const text = (words: string): Buffer => {
  const content = Buffer.from(words, 'utf16le').swap16();
  const bytes = Buffer.alloc(28);
  bytes.write('mluc', 0, 'latin1');
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt32BE(12, 12);
  bytes.write('enUS', 16, 'latin1');
  bytes.writeUInt32BE(content.length, 20);
  bytes.writeUInt32BE(28, 24);
  return inFours(Buffer.concat([bytes, content]));
};

const coordinates = (...values: readonly number[]): Buffer => numbers('XYZ ', values);
const matrix = (values: readonly number[]): Buffer => numbers('sf32', values);

/** Straight near black, a power of 2.4 above. */
const curve = (): Buffer => {
  const bytes = numbers('para', [0, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  bytes.writeUInt16BE(3, 8);
  return bytes;
};

const numbers = (type: string, values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(8 + values.length * 4);
  bytes.write(type, 0, 'latin1');
  values.forEach((value, index) => {
    bytes.writeInt32BE(fixed(value), 8 + index * 4);
  });
  return bytes;
};

const fixed = (value: number): number => Math.round(value * 65_536);
const inFours = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
