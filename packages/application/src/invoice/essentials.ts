import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { NumberKey, StoredInvoice } from './invoice-store.js';

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

/** Under what a supplier's number is reserved: once in the year of BT-2; undefined while number or date is missing. */
export const numberKeyOf = (
  supplierId: string,
  { number, issueDate }: Pick<Invoice, 'number' | 'issueDate'>,
): NumberKey | undefined =>
  number && issueDate
    ? { supplierId, year: Number(issueDate.slice(0, 4)), number: number.trim() }
    : undefined;
