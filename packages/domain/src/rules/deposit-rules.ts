import { advice } from './advice/advice.js';
import { en16931 } from './en16931/en16931.js';
import { france } from './france/france.js';
import type { RuleSet } from './rule-set.js';

/** The rules that say of an invoice by itself whether a deposit takes it in. Whom the platform knows comes on top. */
export const depositRules: readonly RuleSet[] = [en16931, france, advice];
