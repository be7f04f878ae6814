import type { RuleSet } from '../rule-set.js';
import { identityRules } from './identity.js';
import { limitRules } from './limits.js';

/** Invoices to the French public sector: XP Z12-012 (BR-FR-…) and what Chorus Pro can hold (BR-FR-CPRO-…). */
export const france: RuleSet = { name: 'france', rules: [...identityRules, ...limitRules] };
