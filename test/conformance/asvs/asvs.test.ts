import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { files } from './files.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Requirement {
  readonly id: string;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
  /** Why no test stands for it, or what is missing. */
  readonly reasons: readonly string[];
}

const read = (name: string): Requirement[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [head = '', ...parts] = line.split(/ (?=[=~!-] )/);
      return {
        id: head.split(' ')[0] ?? '',
        tests: parts.filter((part) => part.startsWith('= ')).flatMap(testsIn),
        reasons: parts.filter((part) => !part.startsWith('= ')).map((part) => part.slice(2).trim()),
      };
    });

const testsIn = (part: string): Requirement['tests'] =>
  part
    .slice(2)
    .split(';')
    .map((link) => {
      const [file = '', name = ''] = link.trim().split('#');
      return { file, name };
    });

const requirements = read('level-2.txt');
const risks = read('api-top-ten.txt');
const promises = read('promises.txt');

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has. */
const perChapter: Readonly<Record<string, number>> = {
  V1: 27,
  V2: 11,
  V3: 19,
  V4: 10,
  V5: 9,
  V6: 35,
  V7: 18,
  V8: 7,
  V9: 7,
  V10: 29,
  V11: 14,
  V12: 9,
  V13: 13,
  V14: 9,
  V15: 13,
  V16: 16,
  V17: 7,
};

describe('the security requirements of ASVS 5.0.0, levels 1 and 2', () => {
  it('are all there, each once', () => {
    const ids = requirements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const counts = Object.fromEntries(
      [...Map.groupBy(ids, (id) => id.split('.')[0] ?? '')].map(([chapter, of]) => [chapter, of.length]),
    );
    expect(counts).toEqual(perChapter);
  });

  it.each([...requirements, ...risks, ...promises])(
    '$id names tests that exist, or says why not',
    ({ tests, reasons }) => {
      expect(tests.length + reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) expect(reason.length).toBeGreaterThan(10);
      for (const { file, name } of tests) {
        const place = path.join(root, files[file] ?? `no short name ${file}`);
        expect([file, existsSync(place)]).toEqual([file, true]);
        expect([file, name.length > 4, name, readFileSync(place, 'utf8').includes(name)]).toEqual([
          file,
          true,
          name,
          true,
        ]);
      }
    },
  );
});

describe('the ten risks of APIs', () => {
  it('have three tests each at least', () => {
    expect(risks).toHaveLength(10);
    expect(risks.filter(({ tests }) => new Set(tests.map(({ file, name }) => file + name)).size < 3)).toEqual(
      [],
    );
  });
});
