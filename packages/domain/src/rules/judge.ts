import type { Invoice } from '../invoice/invoice.js';
import { en16931 } from './en16931/en16931.js';
import type { Fault } from './fault.js';
import { forgetPlaces } from './places.js';
import { type Finding, type Judged, nothing, type Rule, type RuleContext } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { rulesInForce } from './rules-in-force.js';
import { sumUp } from './sums.js';
import { WrittenFile } from './written-file.js';

/**
 * Judges an invoice by rule sets (EN 16931 alone when none is named) and returns every fault at once, in the order
 * of the sets. Never throws for what a sender wrote. Linear in the number of lines.
 */
export const judge = (
  invoice: Invoice,
  context: RuleContext,
  sets: readonly RuleSet[] = [en16931],
): Fault[] => {
  const file = new WrittenFile(invoice, context.evidence);
  const judged: Judged = { invoice, context, file, sums: sumUp(invoice, file) };
  const faults: Fault[] = [];
  for (const set of sets) judgeBy(set, judged, faults);
  forgetPlaces();
  return faults;
};

const judgeBy = (set: RuleSet, judged: Judged, faults: Fault[]): void => {
  const selection = set.selectionFor?.(judged);
  for (const { concerns, rules } of rulesInForce(set, selection, judged)) {
    if (concerns && !concerns(judged)) continue;
    for (const rule of rules) addFindings(rule, judged, faults);
  }
  for (const fault of set.ofFile?.(judged) ?? [])
    if (!selection || selection.applies(fault.rule)) faults.push(fault);
};

const addFindings = (rule: Rule, judged: Judged, faults: Fault[]): void => {
  const found = rule.findings(judged);
  if (found === nothing) return;
  for (const finding of found) faults.push(faultOf(rule, finding, judged));
};

const faultOf = (
  { id, severity, terms }: Rule,
  { values, ...finding }: Finding,
  { invoice, context }: Judged,
): Fault => ({
  rule: id,
  severity: typeof severity === 'function' ? severity(context) : severity,
  terms,
  ...finding,
  // Amounts in sentences are said in the invoice's currency.
  ...(values && { values: { ...values, ...(invoice.currency && { currency: invoice.currency }) } }),
});
