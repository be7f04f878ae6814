import { expect, test } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import type { Invoice } from '../invoice/invoice.js';
import { aLine, anInvoice, anInvoiceOf } from '../testing/invoice-builder.js';
import type { Fault } from './fault.js';
import { judge } from './judge.js';
import { withoutConsequences } from './without-consequences.js';

const unreadable = (rule: 'PV-READ-DATE' | 'PV-READ-NUMBER', term: string, path: string): Fault => ({
  rule,
  severity: 'fatal',
  terms: [term],
  path,
});

/** What remains to be said of an invoice whose reader has already complained. */
const remaining = (invoice: Invoice, ...reading: Fault[]): string[] =>
  withoutConsequences(judge(invoice, { syntax: 'ubl-invoice' }), reading).map(({ rule }) => rule);

const withoutIssueDate = (): Invoice => {
  const { issueDate, ...invoice } = anInvoice();
  return invoice;
};

test('a date that cannot be read is not said to be missing as well', () => {
  const date = unreadable('PV-READ-DATE', 'BT-2', 'issueDate');
  expect(remaining(withoutIssueDate())).toEqual(['BR-03']);
  expect(remaining(withoutIssueDate(), date)).toEqual([]);
});

test('a total that cannot be read is not said to be wrong as well', () => {
  const { due, ...totals } = anInvoice().totals;
  expect(remaining(anInvoice({ totals }))).toEqual(['BR-15', 'BR-CO-16']);
  expect(remaining(anInvoice({ totals }), unreadable('PV-READ-NUMBER', 'BT-115', 'totals.due'))).toEqual([]);
});

test('a sum is not said to be wrong when one of its parts cannot be read', () => {
  const { netAmount, ...line } = aLine();
  const { totals } = anInvoice();
  const invoice = anInvoice({ lines: [line], totals });
  expect(remaining(invoice)).toEqual(expect.arrayContaining(['BR-24', 'BR-CO-10']));
  const number = unreadable('PV-READ-NUMBER', 'BT-131', 'lines[0].netAmount');
  expect(remaining(invoice, number)).not.toEqual(expect.arrayContaining(['BR-24']));
  expect(remaining(invoice, number)).not.toEqual(expect.arrayContaining(['BR-CO-10']));
});

test('the same term missing elsewhere is still said', () => {
  const { netAmount, ...line } = aLine();
  const invoice = { ...anInvoiceOf([aLine(), aLine({ id: '2' })]), lines: [line, { ...line, id: '2' }] };
  const ofTheFirst = unreadable('PV-READ-NUMBER', 'BT-131', 'lines[0].netAmount');
  const found = withoutConsequences(judge(invoice, { syntax: 'ubl-invoice' }), [ofTheFirst]);
  expect(found.filter(({ rule }) => rule === 'BR-24').map(({ path }) => path)).toEqual([
    'lines[1].netAmount',
  ]);
});

test('what has another cause is still said', () => {
  const totals = { ...anInvoice().totals, due: Decimal.of('119.00') };
  const date = unreadable('PV-READ-DATE', 'BT-2', 'issueDate');
  expect(remaining({ ...withoutIssueDate(), totals }, date)).toEqual(['BR-CO-16']);
});

test('a value that was read, and is written twice, is judged like any other', () => {
  const totals = { ...anInvoice().totals, due: Decimal.of('119.00') };
  const repeated: Fault = {
    rule: 'PV-READ-REPEATED',
    severity: 'fatal',
    terms: ['BT-115'],
    path: 'totals.due',
  };
  expect(remaining(anInvoice({ totals }), repeated)).toEqual(['BR-CO-16']);
});
