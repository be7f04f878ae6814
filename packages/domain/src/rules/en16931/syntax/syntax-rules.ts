import type { Syntax } from '../../rule.js';
import { ciiAbsent } from './cii-absent.js';
import { ciiStructure } from './cii-structure.js';
import type { SyntaxRule } from './syntax-rule.js';
import { ublAbsent } from './ubl-absent.js';
import { ublStructure } from './ubl-structure.js';

/** The rules on UBL files: UBL-CR, UBL-SR, UBL-DT. */
export const ublSyntaxRules: readonly SyntaxRule[] = [...ublStructure, ...ublAbsent];

/** The rules on CII files: CII-SR, CII-DT. */
export const ciiSyntaxRules: readonly SyntaxRule[] = [...ciiStructure, ...ciiAbsent];

/** Every syntax rule, those the official files never come to included. */
export const syntaxRules: readonly SyntaxRule[] = [...ublSyntaxRules, ...ciiSyntaxRules];

/** The rules a file of this syntax must keep. */
export const syntaxRulesOf = (syntax: Syntax): readonly SyntaxRule[] => {
  const family = syntax.startsWith('ubl') ? ublSyntaxRules : ciiSyntaxRules;
  return family.filter(({ only, asks }) => asks.kind !== 'never' && (only === undefined || only === syntax));
};
