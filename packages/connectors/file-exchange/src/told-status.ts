import type { ToldInFile } from '@parvis/connector-kit/drop/read-drop-news';
import { writtenInstant } from '@parvis/connector-kit/drop/written-instant';
import { actionsOf, codeOf } from './status-codes.js';

/** One status as any of the forms writes it. */
export interface WrittenStatus {
  readonly supplier: string | undefined;
  readonly invoice: string | undefined;
  readonly status: string | undefined;
  readonly at: string | undefined;
  readonly order?: string | undefined;
  readonly reason?: string | undefined;
}

/** Chorus Pro cuts reasons here. */
const LONGEST_REASON = 255;

/** Undefined where it does not say of which bill, which status or when. */
export const toldStatus = ({
  supplier,
  invoice,
  status,
  at,
  order,
  reason,
}: WrittenStatus): ToldInFile | undefined => {
  const occurredAt = writtenInstant(at ?? '');
  if (!supplier || !invoice || !status || !occurredAt) return undefined;
  const sourceCode = codeOf(status);
  const words = shortened(reason?.trim() ?? '');
  return {
    supplierIdentifier: supplier.trim(),
    invoiceNumber: invoice.trim(),
    sourceCode,
    actions: actionsOf(sourceCode),
    occurredAt,
    ...(order?.trim() ? { numberThere: order.trim() } : {}),
    ...(words ? { reason: words } : {}),
  };
};

/** By whole characters. */
export const shortened = (reason: string): string => [...reason].slice(0, LONGEST_REASON).join('');
