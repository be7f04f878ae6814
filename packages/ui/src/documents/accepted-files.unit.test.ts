import { expect, it } from 'vitest';
import { splitByAcceptance } from './accepted-files.js';

const file = (name: string, type: string, bytes = 1) => new File([new Uint8Array(bytes)], name, { type });
const namesOf = (files: readonly File[]) => files.map(({ name }) => name);

it('takes by extension whatever its case, by media type and by family', () => {
  const files = [
    file('A.XML', ''),
    file('b', 'application/pdf'),
    file('c.png', 'image/png'),
    file('d.exe', ''),
  ];
  const { welcome, refused } = splitByAcceptance(files, '.xml, application/pdf, image/*', undefined);
  expect(namesOf(welcome)).toEqual(['A.XML', 'b', 'c.png']);
  expect(namesOf(refused)).toEqual(['d.exe']);
});

it('leaves out what is too large', () => {
  const { welcome, refused } = splitByAcceptance([file('a', '', 10), file('b', '', 11)], undefined, 10);
  expect(namesOf(welcome)).toEqual(['a']);
  expect(namesOf(refused)).toEqual(['b']);
});
