import { expect, test } from 'vitest';
import { isAttachable, mediaTypeOf } from './file-kinds.js';
import { cleanFileName } from './file-name.js';

test.each([
  ['a plain name', 'facture n° 12 été.pdf', 'facture n° 12 été.pdf'],
  ['any script', '請求書.xml', '請求書.xml'],
  ['composed Unicode', 'e\u0301te\u0301.pdf', 'été.pdf'],
  ['no path', '../../etc/passwd', 'passwd'],
  ['no path of another system', 'C:\\Documents\\facture.pdf', 'facture.pdf'],
  ['no control characters', 'fac\u0000tu\nre.pdf', 'facture.pdf'],
  ['no reversed reading direction', 'facture\u202efdp.exe', 'facturefdp.exe'],
  ['a name at all', '..', 'document'],
  ['a name for nothing', ' ', 'document'],
])('keeps %s', (_, sent, kept) => {
  expect(cleanFileName(sent)).toBe(kept);
});

test('keeps 255 characters and the extension', () => {
  const kept = cleanFileName(`${'é'.repeat(300)}.pdf`);
  expect([...kept]).toHaveLength(255);
  expect(kept.endsWith('é.pdf')).toBe(true);
  expect(cleanFileName('𝄞'.repeat(255))).toBe('𝄞'.repeat(255));
});

test('knows what may be attached by its extension, whatever its capitals', () => {
  for (const name of ['a.pdf', 'A.PDF', 'b.xlsx', 'c.tar.gz']) expect(isAttachable(name)).toBe(true);
  for (const name of ['a.exe', 'pdf', 'a.', 'a.pdf.js', 'a.constructor'])
    expect(isAttachable(name)).toBe(false);
});

test('serves a file under the type of its extension', () => {
  expect(mediaTypeOf('Facture.PDF')).toBe('application/pdf');
  expect(mediaTypeOf('inconnu.toString')).toBe('application/octet-stream');
});
