import { describe, expect, it } from 'vitest';
import { ReadingStopped } from '../reading/read-fault.js';
import { ciiInvoice, ublInvoice } from '../testing/sample-files.js';
import { malformed, wellFormed } from '../testing/well-formedness-cases.js';
import { ourEvents, saxesEvents } from '../testing/xml-events.js';
import { scanXml, type XmlTarget } from './scan-xml.js';

const nobody: XmlTarget = { open: () => undefined, text: () => undefined, close: () => undefined };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Where saxes is more lenient, with the rule that we follow. */
const saxesAccepts: Readonly<Record<string, string>> = {
  'a local name that begins with a digit': 'Namespaces in XML 1.0, production 4: an NCName is a Name',
};

describe('a well-formed document', () => {
  it.each(Object.entries(wellFormed))('is read as saxes reads it: %s', (_name, text) => {
    const ours = ourEvents(bytesOf(text));
    expect(ours).toHaveProperty('events');
    expect(ours).toEqual(saxesEvents(bytesOf(text)));
  });

  it('keeps the spaces of a namespace name, which saxes drops: they are part of the name', () => {
    expect(ourEvents(bytesOf('<p:a xmlns:p=" urn:p "/>'))).toEqual({ events: ['<{ urn:p }a >', '</>'] });
  });

  it.each([
    ['UBL', ublInvoice()],
    ['CII', ciiInvoice()],
  ])('may be an invoice in %s', (_name, text) => {
    expect(ourEvents(bytesOf(text))).toEqual(saxesEvents(bytesOf(text)));
  });
});

describe('a document that is not well formed', () => {
  it.each(Object.entries(malformed))('is refused: %s', (name, [text, problem]) => {
    expect(ourEvents(bytesOf(text))).toEqual({ refused: problem });
    if (name in saxesAccepts) expect(saxesEvents(bytesOf(text))).toHaveProperty('events');
    else expect(saxesEvents(bytesOf(text))).toHaveProperty('refused');
  });
});

describe('the place of what is wrong', () => {
  const placeOf = (text: string | Uint8Array) => {
    try {
      scanXml(typeof text === 'string' ? bytesOf(text) : text, nobody);
    } catch (error) {
      if (error instanceof ReadingStopped) return error.fault.values;
      throw error;
    }
    return undefined;
  };

  it('is a line and a column, counted in characters', () => {
    expect(placeOf('<a>\n<été>😀&x;</été></a>')).toMatchObject({ line: '2', column: '7', detail: '&x;' });
  });

  it.each(['\n', '\r\n', '\r'])('is counted over any line end', (lineEnd) => {
    expect(placeOf(`<a>${lineEnd}${lineEnd}  <b></a>`)).toMatchObject({
      line: '3',
      column: '6',
      detail: '</a>',
    });
  });

  it('is the end of a document cut off, with the tag that misses its end', () => {
    expect(placeOf('<a>\n<b>c')).toMatchObject({ line: '2', column: '5', detail: '<b>' });
  });

  it('names a character nobody sees', () => {
    expect(placeOf('<a>b\u0007</a>')).toMatchObject({ column: '5', detail: 'U+0007' });
  });
});

describe('what is kept from one document to the next', () => {
  it('means the same only where the prefixes are the same', () => {
    const first = ourEvents(bytesOf('<a xmlns:p="urn:1"><p:b p:c="d">e</p:b></a>'));
    const second = ourEvents(bytesOf('<a xmlns:p="urn:2"><p:b p:c="d">e</p:b></a>'));
    expect(first).toHaveProperty('events', expect.arrayContaining(['<{urn:1}b {urn:1}c=d>']));
    expect(second).toHaveProperty('events', expect.arrayContaining(['<{urn:2}b {urn:2}c=d>']));
  });

  it('is forgotten when there is too much of it, and reading goes on', () => {
    const many = Array.from({ length: 6_000 }, (_, index) => `<b c="${index}"/>`).join('');
    const expected = saxesEvents(bytesOf(`<a>${many}</a>`));
    expect(ourEvents(bytesOf(`<a>${many}</a>`))).toEqual(expected);
    expect(ourEvents(bytesOf(`<a>${many}</a>`))).toEqual(expected);
  });
});

describe('a limit', () => {
  const limitOf = (text: string) => {
    try {
      scanXml(bytesOf(text), nobody);
    } catch (error) {
      if (error instanceof ReadingStopped) return error.fault.values?.limit;
      throw error;
    }
    return undefined;
  };
  const attributes = (count: number): string =>
    Array.from({ length: count }, (_, index) => `a${index}="b"`).join(' ');

  it.each([
    ['100,000 levels', '<a>'.repeat(100_000), 'depth'],
    ['101 levels', '<a>'.repeat(101), 'depth'],
    ['100,000 attributes', `<a ${attributes(100_000)}/>`, 'attributes'],
    ['101 attributes', `<a ${attributes(101)}/>`, 'attributes'],
    ['a name of a million letters', `<${'a'.repeat(1_000_000)}/>`, 'names'],
    ['an attribute whose name has a million letters', `<a ${'b'.repeat(1_000_000)}="c"/>`, 'names'],
  ])('refuses %s', (_name, text, limit) => {
    expect(limitOf(text)).toBe(limit);
  });

  it.each([
    ['100 levels', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
    ['100 attributes', `<a ${attributes(100)}/>`],
    ['a name of 500 letters', `<${'a'.repeat(500)}/>`],
  ])('leaves alone %s', (_name, text) => {
    expect(limitOf(text)).toBeUndefined();
  });
});
