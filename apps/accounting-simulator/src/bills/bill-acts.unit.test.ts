import { describe, expect, it } from 'vitest';
import type { Bill, BillState } from './bill.js';
import { type Act, actNames, applyAct, openActs } from './bill-acts.js';
import { totalsOf } from './totals.js';

const bill = (state: BillState): Bill => ({
  id: 1,
  key: 'parvis:x:1',
  kind: 'invoice',
  supplier: { siret: '00000012500013', name: 'Papeterie du Bocage' },
  reference: 'F-1',
  issueDate: '2026-03-02',
  currency: 'EUR',
  lines: [],
  vat: [],
  state,
  totals: { net: '0.00', vat: '0.00', gross: '0.00' },
  history: [],
  files: [],
});

/** Reviewed by hand: what the accountant may do in each state. */
const open: Readonly<Record<BillState, readonly Act[]>> = {
  draft: ['validate', 'post', 'cancel'],
  validated: ['post', 'cancel'],
  posted: ['book', 'pay', 'cancel'],
  booked: ['pay', 'cancel'],
  paid: ['returnPayment'],
  cancelled: [],
};

const at = new Date('2026-03-10T09:00:00Z');

describe('what the accountant may do', () => {
  it.each(Object.entries(open))('with a bill %s', (state, acts) => {
    expect(openActs({ state: state as BillState })).toEqual(acts);
  });

  it('is refused in any other state', () => {
    for (const state of Object.keys(open) as BillState[]) {
      for (const act of actNames.filter((name) => !open[state].includes(name))) {
        expect(applyAct(bill(state), { act, reason: 'x' }, at)).toEqual({ ok: false, refusal: 'act-closed' });
      }
    }
  });

  it('needs a reason to turn a bill down', () => {
    expect(applyAct(bill('draft'), { act: 'cancel' }, at)).toEqual({ ok: false, refusal: 'reason-required' });
  });

  it('is kept in the history with its reason; a returned payment by its own word', () => {
    expect(applyAct(bill('paid'), { act: 'returnPayment', reason: 'Compte clos' }, at)).toMatchObject({
      bill: { state: 'booked', history: [{ word: 'returned', reason: 'Compte clos', at: at.toISOString() }] },
    });
  });
});

describe('totalsOf', () => {
  const line = (net: string) => ({ label: 'x', quantity: '1', unitPrice: net, net });
  const vat = [{ rate: '20', category: 'S', base: '0.30', amount: '0.06' }];

  it('adds cents that a float would lose', () => {
    const lines = [line('0.1'), line('0.20'), line('-1'), line('1.00')];
    expect(totalsOf({ kind: 'invoice', lines, vat })).toEqual({ net: '0.30', vat: '0.06', gross: '0.36' });
  });

  it('counts a credit note below zero', () => {
    expect(totalsOf({ kind: 'credit-note', lines: [line('0.30')], vat }).gross).toBe('-0.36');
  });
});
