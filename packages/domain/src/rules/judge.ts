import type { Invoice } from '../invoice/invoice.js';
import { en16931 } from './en16931/en16931.js';
import type { Fault } from './fault.js';
import { forgetPlaces } from './places.js';
import type { Finding, Judged, Rule, RuleContext } from './rule.js';
import type { RuleSet } from './rule-set.js';
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

const judgeBy = ({ rules, ofProfile, ofFile, appliesTo }: RuleSet, judged: Judged, faults: Fault[]): void => {
  for (const rule of rules) {
    if (rule.speaks && !rule.speaks(judged.context)) continue;
    if (appliesTo && !appliesTo(rule.id, judged)) continue;
    addFindings(rule, judged, faults);
  }
  for (const rule of ofProfile?.(judged) ?? []) addFindings(rule, judged, faults);
  for (const fault of ofFile?.(judged) ?? [])
    if (!appliesTo || appliesTo(fault.rule, judged)) faults.push(fault);
};

const addFindings = (rule: Rule, judged: Judged, faults: Fault[]): void => {
  for (const finding of rule.findings(judged)) faults.push(faultOf(rule, finding, judged));
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
