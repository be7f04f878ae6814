import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { StoredInvoice } from './invoice-store.js';
import type { Judgement } from './judge-invoice.js';

/** Given only once invoice, original, first event and job are durable. */
export interface Receipt {
  readonly ref: InvoiceRef;
  readonly invoice: StoredInvoice;
  readonly firstEvent: LifeCycleEvent;
  readonly documentSha256: string;
  /** True when this very deposit had been made before under the same key. */
  readonly repeated: boolean;
}

export type DepositRefusal =
  | { readonly code: 'invoice-faulty'; readonly judgement: Judgement }
  | { readonly code: 'number-already-used'; readonly first: InvoiceRef }
  | { readonly code: 'idempotency-key-reused' }
  | ActRefusal;

export interface KeyedFile {
  readonly supplierId: string;
  readonly idempotencyKey: string | undefined;
  readonly fileSha256: string;
}

/** What the key was answered before, if it was used; undefined for a new key or none. */
export const answerToKey = async (
  { depositKeys, invoices }: Stores,
  { supplierId, idempotencyKey, fileSha256 }: KeyedFile,
): Promise<Result<Receipt, DepositRefusal> | undefined> => {
  const use = idempotencyKey === undefined ? undefined : await depositKeys.find(supplierId, idempotencyKey);
  if (!use) return undefined;
  if (use.sha256 !== fileSha256) return refuse({ code: 'idempotency-key-reused' });
  const invoice = await invoices.find(use.ref);
  const [firstEvent] = await invoices.eventsOf(use.ref);
  if (!invoice || !firstEvent)
    throw new Error(`invoice ${use.ref.invoiceId} was acknowledged and is missing`);
  return accept({ ref: use.ref, invoice, firstEvent, documentSha256: fileSha256, repeated: true });
};
