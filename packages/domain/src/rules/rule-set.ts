import type { Fault } from './fault.js';
import type { Judged, Rule } from './rule.js';

/**
 * Rules that are published and change together. National sets stand beside the European one: they extend, they do not
 * copy.
 */
export interface RuleSet {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** What the profile, or the purpose, of an invoice makes of the set; all its rules are asked when absent. */
  readonly selectionFor?: (judged: Judged) => Selection | undefined;
  /** Rules of the set that were judged while the file was read. */
  readonly ofFile?: (judged: Judged) => readonly Fault[];
}

/** The rules that a kind of invoice is judged by. One object for each kind: its rules are picked out once. */
export interface Selection {
  /** By rule id. */
  readonly applies: (ruleId: string) => boolean;
  /** Rules that this kind brings with it. */
  readonly adds: readonly Rule[];
}
