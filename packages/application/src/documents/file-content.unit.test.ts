import { expect, test } from 'vitest';
import { contentTypeOf, HEAD_BYTES, isContentOf, isProgram } from './file-content.js';

const bytes = (latin1: string): Uint8Array => Buffer.from(latin1, 'latin1');
const png = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR');
const zip = bytes('PK\x03\x04\x14\0');
const pdf = bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3');

test.each([
  ['a PDF', pdf, 'application/pdf'],
  ['a PDF after some junk, as readers allow', bytes(`${' '.repeat(500)}%PDF-1.4`), 'application/pdf'],
  ['a PNG', png, 'image/png'],
  ['a JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
  ['a ZIP, as office documents are', zip, 'application/zip'],
  ['an XML document', bytes('<?xml version="1.0"?><a/>'), 'application/xml'],
  ['an XML document after its mark', bytes('\xef\xbb\xbf<Invoice/>'), 'application/xml'],
  ['an XML document in UTF-16', Buffer.from('\ufeff<Invoice/>', 'utf16le'), 'application/xml'],
  ['a text', Buffer.from('Bon de livraison n° 12'), 'text/plain'],
  ['a text that begins as programs of Windows do', Buffer.from('MZ;numéro;date'), 'text/plain'],
  ['something else', bytes('\0\x01\x02'), 'application/octet-stream'],
])('%s is known by its content', (_, content, type) => {
  expect(contentTypeOf(content)).toBe(type);
});

test.each([
  ['Windows', bytes('MZ\x90\0\x03\0\0\0')],
  ['Linux', bytes('\x7fELF\x02\x01\x01\0')],
  ['macOS', bytes('\xcf\xfa\xed\xfe\x07\0')],
  ['Java', bytes('\xca\xfe\xba\xbe\0\0')],
  ['a shell', bytes('#!/bin/sh\n')],
  ['Linux, made to look like a PDF', bytes('\x7fELF\x02 %PDF-1.7')],
])('a program for %s is known as one', (_, content) => {
  expect(isProgram(contentTypeOf(content))).toBe(true);
});

test.each([
  ['pdf', png],
  ['png', pdf],
  ['jpg', png],
  ['docx', pdf],
  ['xlsx', bytes('<html></html>')],
  ['zip', bytes('not a zip')],
  ['xml', bytes('{"json": true}')],
  ['txt', png],
])('a name in .%s may not hold something else', (extension, content) => {
  expect(isContentOf(extension, contentTypeOf(content))).toBe(false);
});

test.each([
  ['pdf', pdf],
  ['png', png],
  ['xlsx', zip],
  ['xml', bytes('\n<a/>')],
  ['csv', bytes('BM;2026;12,50')],
  ['doc', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['doc', bytes('{\\rtf1}')],
])('a name in .%s may hold what such files hold', (extension, content) => {
  expect(isContentOf(extension, contentTypeOf(content))).toBe(true);
});

test('only the beginning counts', () => {
  expect(contentTypeOf(bytes(`${' '.repeat(HEAD_BYTES)}%PDF-1.7`))).toBe('text/plain');
});
