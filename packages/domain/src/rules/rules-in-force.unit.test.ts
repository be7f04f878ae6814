import { describe, expect, it } from 'vitest';
import { anInvoice } from '../testing/invoice-builder.js';
import { judge } from './judge.js';
import { type Rule, rule } from './rule.js';
import type { RuleSet, Selection } from './rule-set.js';

const broken = (id: string, more: Partial<Rule> = {}): Rule => ({
  ...rule({ id, terms: ['BT-1'], path: 'number', holds: () => false }),
  ...more,
});

const idsBy = (set: RuleSet, syntax: 'ubl-invoice' | 'cii' = 'ubl-invoice', number = 'F1'): string[] =>
  judge(anInvoice({ number }), { syntax }, [set]).map(({ rule: id }) => id);

describe('the rules an invoice is judged by', () => {
  it('are those that speak of its syntax, whichever came first', () => {
    const rules = [broken('A'), broken('B', { speaks: ({ syntax }) => syntax === 'cii' })];
    const set: RuleSet = { name: 'syntaxes', rules };
    expect(idsBy(set, 'ubl-invoice')).toEqual(['A']);
    expect(idsBy(set, 'cii')).toEqual(['A', 'B']);
    expect(idsBy(set, 'ubl-invoice')).toEqual(['A']);
  });

  it('are picked for each kind of invoice, with what the kind adds', () => {
    const short: Selection = { applies: (id) => id === 'A', adds: [] };
    const long: Selection = { applies: () => true, adds: [broken('C')] };
    const set: RuleSet = {
      name: 'kinds',
      rules: [broken('A'), broken('B')],
      selectionFor: ({ invoice }) => (invoice.number === 'short' ? short : long),
    };
    expect(idsBy(set, 'cii', 'short')).toEqual(['A']);
    expect(idsBy(set, 'cii', 'long')).toEqual(['A', 'B', 'C']);
    expect(idsBy(set, 'cii', 'short')).toEqual(['A']);
  });

  it('are passed over together where they have nothing to look at, and asked in their order', () => {
    const ofLongNumbers = {
      concerns: ({ invoice }: { invoice: { number?: string } }) => invoice.number !== 'F1',
    };
    const set: RuleSet = {
      name: 'concerns',
      rules: [broken('A'), broken('B', ofLongNumbers), broken('C', ofLongNumbers), broken('D')],
    };
    expect(idsBy(set, 'cii', 'F1')).toEqual(['A', 'D']);
    expect(idsBy(set, 'cii', 'F2')).toEqual(['A', 'B', 'C', 'D']);
  });
});
