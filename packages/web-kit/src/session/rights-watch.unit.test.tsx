import { expect, it } from 'vitest';
import { isForWantOfRight } from '../apollo/sign-in-again-link.js';
import { lostOf } from './rights-watch.js';
import type { Viewer } from './session.js';

const membership = (id: string, mandateHolderName: string | null = null): Viewer['memberships'][number] => ({
  side: 'SUPPLIER',
  role: 'USER',
  rights: [],
  grants: [],
  until: null,
  mandateHolderName,
  structure: { id, name: id, siret: null },
});

it('tells the access that has ended, and the mandate apart from what one holds oneself', () => {
  const before = [membership('own'), membership('client'), membership('client', 'Cabinet Roche')];
  expect(lostOf(before, [membership('own'), membership('client')])).toEqual([
    membership('client', 'Cabinet Roche'),
  ]);
  expect(lostOf(before, before)).toEqual([]);
  expect(lostOf([], before)).toEqual([]);
});

it('hears of a missing right in errors, in refusals and in an invoice that is no longer there', () => {
  const error = { message: 'no', extensions: { code: 'FORBIDDEN' } };
  expect(isForWantOfRight({ errors: [error as never], data: null })).toBe(true);
  expect(isForWantOfRight({ data: { depositInvoice: { code: 'not-allowed' } } })).toBe(true);
  expect(isForWantOfRight({ data: { invoice: null } })).toBe(true);
  expect(isForWantOfRight({ data: { invoice: { id: '1' }, viewer: null } })).toBe(false);
});
