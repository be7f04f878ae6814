import { readFileSync } from 'node:fs';
import type { Binding } from '../access/binding.js';
import { permit } from '../access/permit.js';
import { accessCast } from './access-cast.js';

export const actors = Object.keys(accessCast);

/** One line of the matrix: who is let through a door (●) and who is not (·), in the order of `actors`. */
export const admitted = (binding: Binding): string =>
  actors.map((actor) => (permit(binding, accessCast[actor]).permitted ? '●' : '·')).join(' ');

/** The reviewed lines, by door. */
export const reviewedMatrix = (): Readonly<Record<string, string>> => {
  const text = readFileSync(new URL('../../src/access/access-matrix.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('│');
      return [
        line.slice(0, at).trim(),
        line
          .slice(at + 1)
          .trim()
          .split(/\s+/)
          .join(' '),
      ];
    }),
  );
};
