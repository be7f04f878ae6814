import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { In } from 'typeorm';

/**
 * Rows of many invoices in one query: both lists, so that the primary key is used and a cluster asks only the nodes of
 * these recipients. `inOrderOf` then keeps to the pairs asked for.
 */
export const amongRefs = (refs: readonly InvoiceRef[]) => ({
  recipientId: In([...new Set(refs.map(({ recipientId }) => recipientId))]),
  invoiceId: In([...new Set(refs.map(({ invoiceId }) => invoiceId))]),
});

/** The rows of each invoice, in the order of `refs`; within an invoice they stay in theirs. */
export const inOrderOf = <Row extends InvoiceRef>(
  refs: readonly InvoiceRef[],
  rows: readonly Row[],
): Row[][] => {
  const byRef = Map.groupBy(rows, keyOf);
  return refs.map((ref) => byRef.get(keyOf(ref)) ?? []);
};

const keyOf = ({ recipientId, invoiceId }: InvoiceRef): string => `${recipientId} ${invoiceId}`;
