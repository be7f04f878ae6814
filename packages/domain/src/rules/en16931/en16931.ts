import type { RuleSet } from '../rule-set.js';
import { totals } from './totals.js';

/** EN 16931-1, as the official validation artefacts (1.3.16) judge it. */
export const en16931: RuleSet = { name: 'en16931', rules: [...totals] };
