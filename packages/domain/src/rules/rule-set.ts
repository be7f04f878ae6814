import type { Fault } from './fault.js';
import type { Judged, Rule } from './rule.js';

/**
 * Rules that are published and change together. National sets stand beside the European one: they extend, they do not
 * copy. A profile that asks for less says so in `appliesTo`, by rule id.
 */
export interface RuleSet {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** Rules that the profile of an invoice brings with it. */
  readonly ofProfile?: (judged: Judged) => readonly Rule[];
  /** Rules of the set that were judged while the file was read. */
  readonly ofFile?: (judged: Judged) => readonly Fault[];
  readonly appliesTo?: (ruleId: string, judged: Judged) => boolean;
}
