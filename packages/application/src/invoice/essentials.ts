import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { StoredInvoice } from './invoice-store.js';

export type Essentials = Pick<
  StoredInvoice,
  'number' | 'issueDate' | 'typeCode' | 'currency' | 'taxExclusive' | 'taxInclusive' | 'due'
>;

/** What no valid invoice lacks (BR-02 to BR-05, BR-13 to BR-15); throws for an invoice that was never judged. */
export const essentialsOf = ({ number, issueDate, typeCode, currency, totals }: Invoice): Essentials => {
  const { taxExclusive, taxInclusive, due } = totals;
  if (!number || !issueDate || !typeCode || !currency || !taxExclusive || !taxInclusive || !due)
    throw new TypeError('an invoice without its mandatory terms was taken for valid');
  return { number: number.trim(), issueDate, typeCode, currency, taxExclusive, taxInclusive, due };
};
