import type { Severity } from '../fault.js';

/** An official rule that no document breaks in a syntax: declared so that the list is whole, never judged. */
export interface NeverFires {
  readonly id: string;
  readonly severity: Severity;
  readonly in: readonly ('ubl' | 'cii')[];
  readonly reason: string;
}

const never = (
  ids: readonly string[],
  syntaxes: NeverFires['in'],
  reason: string,
  severity: Severity = 'fatal',
): NeverFires[] => ids.map((id) => ({ id, severity, in: syntaxes, reason }));

/** Rules of the EN 16931 artefacts (1.3.16) that are written and can never fire. */
export const neverFires: readonly NeverFires[] = [
  ...never(
    ['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08'],
    ['ubl', 'cii'],
    'No test can tell whether a reason and its code say the same; the artefacts let every document pass.',
  ),
  ...never(
    ['BR-DEC-13', 'BR-DEC-15'],
    ['ubl'],
    'Their place is taken by a rule before them; UBL-DT-01 counts the decimals of every amount.',
  ),
  ...never(
    ['BR-AF-08', 'BR-AG-08'],
    ['cii'],
    'They look for the rate one element above the one that holds it, and so compare nothing.',
  ),
  ...never(['BR-AF-09', 'BR-AG-09'], ['cii'], 'Their test is always true.'),
  ...never(
    ['CII-DT-010', 'CII-DT-011', 'CII-DT-012'],
    ['cii'],
    'CII-DT-008 and CII-DT-009 take every TypeCode before them.',
  ),
];
