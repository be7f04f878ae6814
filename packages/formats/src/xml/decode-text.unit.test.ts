import { describe, expect, it } from 'vitest';
import { ReadingStopped } from '../reading/read-fault.js';
import { decodeStart, decodeText } from './decode-text.js';

const document = (encoding: string, text: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;

/** ASCII, with the bytes of one word in the encoding under test. */
const encoded = (encoding: string, word: readonly number[]): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>`),
    Buffer.from(word),
    Buffer.from('</a>'),
  ]);

const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
const textOf = (bytes: Uint8Array): string => Buffer.from(decodeText(bytes).bytes).toString();

const faultOf = (bytes: Uint8Array) => {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof ReadingStopped) return { rule: error.fault.rule, ...error.fault.values };
    throw error;
  }
  return undefined;
};

describe('an encoding that senders use', () => {
  it.each([
    ['ISO-8859-1', [0xe9, 0xe0], 'éà'],
    ['latin1', [0xe9], 'é'],
    ['ISO-8859-2', [0xb3, 0xf3, 0xbc], 'łóź'],
    ['ISO-8859-5', [0xbf], 'П'],
    ['ISO-8859-7', [0xe1], 'α'],
    ['ISO-8859-9', [0xfd, 0xfe], 'ış'],
    ['ISO-8859-15', [0xa4, 0xbd], '€œ'],
    ['windows-1250', [0xb3, 0x9c], 'łś'],
    ['windows-1251', [0xcf, 0xf0], 'Пр'],
    ['Windows-1252', [0x80, 0x9c], '€œ'],
    ['cp1252', [0x80], '€'],
    ['windows-1253', [0xe1], 'α'],
    ['windows-1254', [0xfd], 'ı'],
    ['windows-1257', [0xe0], 'ą'],
    ['KOI8-R', [0xd0], 'п'],
    ['macintosh', [0x8e], 'é'],
    ['GB18030', [0xd6, 0xd0], '中'],
    ['Shift_JIS', [0x93, 0xfa], '日'],
    ['UTF-8', [0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80], 'é😀'],
    ['utf8', [0xc3, 0xa9], 'é'],
    ['US-ASCII', [0x65], 'e'],
  ])('is read: %s', (name, bytes, text) => {
    expect(textOf(encoded(name, bytes))).toBe(document(name, text));
  });

  it.each([
    ['little end first, with a mark', Buffer.from(`\uFEFF${document('UTF-16', 'é😀')}`, 'utf16le')],
    ['big end first, with a mark', utf16be(`\uFEFF${document('UTF-16', 'é😀')}`)],
    ['little end first, without', Buffer.from(document('UTF-16', 'é😀'), 'utf16le')],
    ['big end first, without', utf16be(document('UTF-16BE', 'é😀'))],
  ])('is read: UTF-16, %s', (_name, bytes) => {
    expect(textOf(bytes)).toContain('<a>é😀</a>');
    expect(decodeText(bytes).contradicted).toBeUndefined();
  });

  it('is read in pieces without breaking a character between them', () => {
    const long = 'é😀'.repeat(400_000);
    expect(textOf(Buffer.from(`<a>${long}</a>`, 'utf16le'))).toBe(`<a>${long}</a>`);
  });

  it('is the one of the mark where the declaration says another', () => {
    const bytes = Buffer.from(`\uFEFF${document('ISO-8859-1', 'é')}`);
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', contradicted: 'ISO-8859-1' });
  });

  it('leaves UTF-8 where it is', () => {
    const bytes = Buffer.from(document('UTF-8', 'é'));
    expect(decodeText(bytes).bytes.buffer).toBe(bytes.buffer);
  });
});

describe('an encoding that cannot be read', () => {
  it.each(['EBCDIC-CP-FR', 'IBM037', 'UTF-7', 'UTF-32', 'x-made-up'])('is named: %s', (name) => {
    expect(faultOf(encoded(name, [0x65]))).toMatchObject({ rule: 'PV-READ-ENCODING', declared: name });
  });

  it.each([
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]],
    ['UTF-32', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]],
    ['UTF-32', [0x3c, 0, 0, 0, 0x61, 0, 0, 0]],
    ['UTF-32', [0, 0, 0, 0x3c, 0, 0, 0, 0x61]],
    ['EBCDIC', [0x4c, 0x6f, 0xa7, 0x94, 0x93]],
  ])('is recognised by its first bytes: %s', (found, bytes) => {
    expect(faultOf(Uint8Array.from(bytes))).toMatchObject({ rule: 'PV-READ-ENCODING', found });
  });

  it('is UTF-16 that was declared and never written', () => {
    expect(faultOf(Buffer.from(document('UTF-16', 'e')))).toMatchObject({ declared: 'UTF-16' });
  });
});

describe('bytes that do not fit', () => {
  it.each([
    ['a letter of ISO-8859-1', [0x65, 0x0a, 0xe9, 0x65], { offset: '5', line: '2', byte: '0xE9' }],
    ['a sign of windows-1252', [0x80], { offset: '3', line: '1', byte: '0x80' }],
    ['a character cut off', [0xf0, 0x9f, 0x98], { offset: '3', line: '1', byte: '0xF0' }],
    ['an overlong slash', [0xc0, 0xaf], { offset: '3', byte: '0xC0' }],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf], { offset: '3', byte: '0xE0' }],
    ['a surrogate', [0xed, 0xa0, 0x80], { offset: '3', byte: '0xED' }],
    ['a character beyond the last plane', [0xf4, 0x90, 0x80, 0x80], { offset: '3', byte: '0xF4' }],
    ['a byte that never begins one', [0xff], { offset: '3', byte: '0xFF' }],
  ])('are placed: %s', (_name, word, place) => {
    const bytes = Buffer.concat([Buffer.from('<a>'), Buffer.from(word), Buffer.from('</a>')]);
    expect(faultOf(bytes)).toMatchObject({ rule: 'PV-READ-ENCODING', declared: 'utf-8', ...place });
  });

  it('are placed where UTF-16 lacks half a character', () => {
    const bytes = Buffer.from('\uFEFF<a>\uD83D</a>', 'utf16le');
    expect(faultOf(bytes)).toMatchObject({ declared: 'utf-16le', offset: '8' });
  });

  it('are told where UTF-16 ends in half a unit', () => {
    const bytes = Buffer.from('\uFEFF<a/>', 'utf16le').subarray(0, 9);
    expect(faultOf(bytes)).toMatchObject({ declared: 'utf-16le', offset: '8' });
  });
});

describe('the start of a document', () => {
  it.each([1, 2, 3])('may end in the middle of a character: %i bytes of four', (count) => {
    const bytes = Buffer.concat([Buffer.from('a'.repeat(24 - count)), Buffer.from('😀😀')]);
    expect(Buffer.from(decodeStart(bytes, 24)).toString()).toBe('a'.repeat(24 - count));
  });
});
