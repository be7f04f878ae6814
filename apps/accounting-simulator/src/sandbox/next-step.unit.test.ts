import { describe, expect, it } from 'vitest';
import type { Bill } from '../bills/bill.js';
import { applyAct } from '../bills/bill-acts.js';
import { nextStep } from './next-step.js';
import { scenarios } from './scenarios.js';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 1) + seconds * 1_000);

const draft = (reference: string): Bill => ({
  id: 1,
  key: 'k',
  kind: 'invoice',
  supplier: { siret: '00000012500013', name: 'Papeterie' },
  reference,
  issueDate: '2026-03-01',
  currency: 'EUR',
  lines: [{ label: 'Papier', quantity: '1', unitPrice: '1.00', net: '1.00' }],
  vat: [],
  state: 'draft',
  totals: { net: '1.00', vat: '0.00', gross: '1.00' },
  history: [{ word: 'draft', at: at(0).toISOString() }],
  files: [],
});

/** What becomes of a bill when somebody looks every second for five minutes. */
const rehearsed = (reference: string): string[] => {
  let bill = draft(reference);
  for (let second = 1; second <= 300; second += 1) {
    const step = nextStep(bill, 2, at(second));
    if (step?.act === 'delete') return [...bill.history.map(({ word }) => word), 'deleted'];
    if (!step) continue;
    const outcome = applyAct(bill, { act: step.act, reason: step.reason }, at(second));
    if (!outcome.ok) throw new Error(`${step.act} is closed`);
    bill = outcome.bill;
  }
  return bill.history.map(({ word }) => word);
};

describe('the practising accountant', () => {
  it.each([
    ['F-1', 'posted booked paid'],
    ['F-1-COMPLET', 'validated posted booked paid'],
    ['F-1-direct', 'posted paid'],
    ['F-1-REFUS', 'cancelled'],
    ['F-1-ANNULE', 'posted cancelled'],
    ['F-1-RETOUR', 'posted booked paid returned paid'],
    ['F-1-LENT', 'posted booked paid'],
    ['F-1-ATTENTE', ''],
    ['F-1-SUPPRIME', 'deleted'],
  ])('takes %s this way: %s', (reference, way) => {
    expect(rehearsed(reference)).toEqual(['draft', ...way.split(' ').filter(Boolean)]);
  });

  it('has an example above for every scenario', () => {
    expect(scenarios.map(({ ending }) => ending ?? '')).toEqual([
      '',
      'COMPLET',
      'DIRECT',
      'REFUS',
      'ANNULE',
      'RETOUR',
      'LENT',
      'ATTENTE',
      'SUPPRIME',
    ]);
  });

  it('keeps its pace, ten times slower where the number says so', () => {
    expect(nextStep(draft('F-1'), 2, at(1.9))).toBeUndefined();
    expect(nextStep(draft('F-1'), 2, at(2))).toMatchObject({ act: 'post' });
    expect(nextStep(draft('F-1-LENT'), 2, at(19))).toBeUndefined();
    expect(nextStep(draft('F-1-LENT'), 2, at(20))).toMatchObject({ act: 'post' });
  });

  it('leaves alone a bill with which a person has gone another way', () => {
    const outcome = applyAct(draft('F-1'), { act: 'cancel', reason: 'Doublon' }, at(1));
    expect(outcome.ok && nextStep(outcome.bill, 2, at(100))).toBeUndefined();
  });
});
