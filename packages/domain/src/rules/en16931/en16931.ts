import type { RuleSet } from '../rule-set.js';
import { allowanceChargeRules } from './allowances-charges.js';
import { codeListRules } from './code-list-rules.js';
import { decimalRules } from './decimals.js';
import { documentRules } from './document.js';
import { identifierRules } from './identifiers.js';
import { lineRules } from './lines.js';
import { partyRules } from './parties.js';
import { paymentRules } from './payment.js';
import { profileOf } from './profiles.js';
import { totalRules } from './totals.js';
import { vatBreakdownRules } from './vat-breakdown.js';
import { vatCategoryRules } from './vat-categories.js';

/** EN 16931-1, as the official validation artefacts (1.3.16) judge it. */
export const en16931: RuleSet = {
  name: 'en16931',
  rules: [
    ...documentRules,
    ...identifierRules,
    ...partyRules,
    ...paymentRules,
    ...allowanceChargeRules,
    ...lineRules,
    ...totalRules,
    ...vatBreakdownRules,
    ...vatCategoryRules,
    ...decimalRules,
    ...codeListRules,
  ],
  ofFile: ({ context }) => context.evidence?.syntax ?? [],
  selectionFor: profileOf,
};
