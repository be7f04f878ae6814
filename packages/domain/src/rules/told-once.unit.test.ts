import { describe, expect, it } from 'vitest';
import type { Fault } from './fault.js';
import { toldOnce } from './told-once.js';

const fault = (rule: string, change: Partial<Fault> = {}): Fault => ({
  rule,
  severity: 'fatal',
  terms: [],
  path: '',
  ...change,
});

const told = (reading: Fault[], found: Fault[]): string[] => toldOnce(reading, found).map(({ rule }) => rule);

describe('each cause', () => {
  const missing = fault('PV-SCHEMA-MISSING', {
    terms: ['BT-126'],
    location: '/Invoice/cac:InvoiceLine[2]/cbc:ID',
  });

  it('is told by the rule of the norm where there is one', () => {
    const rule = fault('BR-21', { terms: ['BT-126'], path: 'lines[1].id' });
    expect(told([missing], [rule])).toEqual(['BR-21']);
  });

  it('is told by the schema where no rule speaks of that line', () => {
    const ofAnother = fault('BR-21', { terms: ['BT-126'], path: 'lines[0].id' });
    expect(told([missing], [ofAnother])).toEqual(['PV-SCHEMA-MISSING', 'BR-21']);
  });

  it('is not hidden by a warning', () => {
    const advice = fault('BR-51', { terms: ['BT-126'], severity: 'warning' });
    expect(told([missing], [advice])).toEqual(['PV-SCHEMA-MISSING', 'BR-51']);
  });

  it('is told as too many by a syntax rule alone', () => {
    const repeated = fault('PV-SCHEMA-REPEATED', { terms: ['BT-31'] });
    expect(told([repeated], [fault('UBL-SR-12', { terms: ['BT-31'] })])).toEqual(['UBL-SR-12']);
    expect(told([repeated], [fault('BR-CO-09', { terms: ['BT-31'] })])).toEqual([
      'PV-SCHEMA-REPEATED',
      'BR-CO-09',
    ]);
  });

  it('is advised where no official rule tells it', () => {
    const advised = fault('PV-ADVICE-DUE-DATE', { severity: 'warning', path: 'dueDate' });
    expect(told([], [fault('BR-FR-CO-07', { path: 'dueDate' }), advised])).toEqual(['BR-FR-CO-07']);
    expect(told([], [fault('BR-FR-CO-09'), advised])).toEqual(['BR-FR-CO-09', 'PV-ADVICE-DUE-DATE']);
  });

  it('of a value that cannot be read leaves out the rules that need it', () => {
    const unread = fault('PV-READ-NUMBER', { terms: ['BT-115'], path: 'totals.due' });
    expect(told([unread], [fault('BR-15', { terms: ['BT-115'], path: 'totals.due' })])).toEqual([
      'PV-READ-NUMBER',
    ]);
  });
});
