import type { Rule } from '../rule.js';
import type { RuleSet } from '../rule-set.js';
import { amountAdvice } from './amounts.js';
import { headerAdvice } from './header.js';

const rules: readonly Rule[] = [...amountAdvice, ...headerAdvice];

/**
 * What no official rule asks and what is nearly always a mistake: told as warnings to whoever deposits an invoice, never a
 * reason to refuse it.
 */
export const advice: RuleSet = { name: 'advice', rules };
