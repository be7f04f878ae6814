import { describe, expect, it } from 'vitest';
import { officialRuleOf } from '../recipient/judge-recipient.js';
import { france, franceAsPublished } from './france.js';

const numbers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const named = (prefix: string, wanted: readonly number[]): string[] =>
  wanted.map((number) => `${prefix}-${String(number).padStart(2, '0')}`);

/** XP Z12-012 v1.4 and the B2G rules, by number. */
const official = [
  ...named('BR-FR', [...numbers(1, 6), ...numbers(8, 13), ...numbers(15, 18), ...numbers(20, 32)]),
  ...named('BR-FR-CO', [...numbers(3, 5), ...numbers(7, 10), 12, 14, 15]),
  ...named('BR-FR-DEC', numbers(1, 4)),
  ...named('BR-FR-MV', [1, 2, 3, ...numbers(5, 14)]),
  ...named('BR-FR-BD', [2, 13, 14]),
  ...named('BR-FR-CPRO', numbers(2, 15)),
  ...named('BR-FR-CPRO', [...numbers(17, 21), ...numbers(24, 44)]),
];

/** Why a rule of the list is not asked here. */
const elsewhere: Readonly<Record<string, string>> = {
  'BR-FR-CPRO-01': 'The type of contract is no term of EN 16931, and no syntax of ours writes it.',
  'BR-FR-CPRO-16': 'Chorus Pro ignores blocks of the extension: nothing to reject.',
  'BR-FR-CPRO-22': 'Declared as not verifiable.',
  'BR-FR-CPRO-23': 'Every recipient of this platform is public.',
};

describe('the list of French rules', () => {
  const declared = [
    ...france.rules.map(({ id }) => id),
    ...franceAsPublished.rules.map(({ id }) => id),
    ...Object.values(officialRuleOf),
  ];

  it('is declared, rule by rule', () => {
    expect(
      official.filter((id) => !declared.some((ours) => ours === id || ours.startsWith(`${id}-`))),
    ).toEqual([]);
  });

  it('has a reason for each rule of Chorus Pro that is not', () => {
    const missing = named('BR-FR-CPRO', numbers(1, 44)).filter((id) => !declared.includes(id));
    expect(missing).toEqual(Object.keys(elsewhere));
  });
});
