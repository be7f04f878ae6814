import { expect, it } from 'vitest';
import { extensionNames, splitByAcceptance } from './accepted-files.js';

const file = (name: string, type: string, bytes = 1) => new File([new Uint8Array(bytes)], name, { type });
const namesOf = (files: readonly File[]) => files.map(({ name }) => name);

it('takes by extension whatever its case, by media type and by family', () => {
  const files = [
    file('A.XML', ''),
    file('b', 'application/pdf'),
    file('c.png', 'image/png'),
    file('d.exe', ''),
  ];
  const { welcome, wrongKind, tooLarge } = splitByAcceptance(
    files,
    '.xml, application/pdf, image/*',
    undefined,
  );
  expect(namesOf(welcome)).toEqual(['A.XML', 'b', 'c.png']);
  expect(namesOf(wrongKind)).toEqual(['d.exe']);
  expect(tooLarge).toEqual([]);
});

it('leaves out what is too large', () => {
  const { welcome, wrongKind, tooLarge } = splitByAcceptance(
    [file('a.xml', '', 10), file('b.xml', '', 11), file('c.txt', '', 11)],
    '.xml',
    10,
  );
  expect(namesOf(welcome)).toEqual(['a.xml']);
  expect(namesOf(tooLarge)).toEqual(['b.xml']);
  expect(namesOf(wrongKind)).toEqual(['c.txt']);
});

it('names the extensions it takes', () => {
  expect(extensionNames('.xml, .pdf,application/pdf')).toBe('XML, PDF');
  expect(extensionNames(undefined)).toBe('');
});
