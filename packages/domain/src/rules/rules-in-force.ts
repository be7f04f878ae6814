import type { Judged, Rule, Syntax } from './rule.js';
import type { RuleSet, Selection } from './rule-set.js';

/** Rules asked one after the other, all of the same thing. */
export interface Block {
  /** They have nothing to find where this does not hold. */
  readonly concerns: Rule['concerns'];
  readonly rules: readonly Rule[];
}

const everyRule: Selection = { applies: () => true, adds: [] };

const known = new WeakMap<RuleSet, Map<Selection, Partial<Record<Syntax, readonly Block[]>>>>();

/** The rules of a set that an invoice is judged by, in their order: the same for every invoice of its kind and syntax. */
export const rulesInForce = (
  set: RuleSet,
  selection: Selection = everyRule,
  { context: { syntax } }: Judged,
): readonly Block[] => {
  const bySelection = known.get(set) ?? new Map<Selection, Partial<Record<Syntax, readonly Block[]>>>();
  if (bySelection.size === 0) known.set(set, bySelection);
  const bySyntax = bySelection.get(selection) ?? {};
  bySelection.set(selection, bySyntax);
  bySyntax[syntax] ??= inBlocks(pickedFrom(set, selection, syntax));
  return bySyntax[syntax];
};

const pickedFrom = ({ rules }: RuleSet, { applies, adds }: Selection, syntax: Syntax): Rule[] => [
  ...rules.filter(({ id, speaks }) => (!speaks || speaks({ syntax })) && applies(id)),
  ...adds,
];

const inBlocks = (rules: readonly Rule[]): Block[] => {
  const blocks: { readonly concerns: Rule['concerns']; readonly rules: Rule[] }[] = [];
  for (const rule of rules) {
    const last = blocks.at(-1);
    if (last && last.concerns === rule.concerns) last.rules.push(rule);
    else blocks.push({ concerns: rule.concerns, rules: [rule] });
  }
  return blocks;
};
