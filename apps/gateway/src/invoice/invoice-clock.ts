import type { InvoiceRow } from '@parvis/application/invoice/invoice-list';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { paymentTermDays } from '@parvis/domain/directory/directory-entry';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import {
  type ClockEvent,
  dueDateFrom,
  type LegalClock,
  legalClock,
} from '@parvis/domain/life-cycle/legal-clock';

type ClockRow = Pick<
  InvoiceRow,
  'typeCode' | 'madeAvailableAt' | 'paymentDueDate' | 'status' | 'statusSince'
>;

/**
 * The legal clock of an invoice. A list row tells it alone as long as nothing has interrupted the term: its limit is
 * still the first one. Only the few others have their history read.
 */
export const invoiceClock = async (
  row: ClockRow,
  recipient: Pick<DirectoryEntry, 'kind'> | undefined,
  readHistory: () => Promise<readonly ClockEvent[]>,
  now: Date,
): Promise<LegalClock | undefined> => {
  // Nothing is to be paid on a credit note.
  if (!row.madeAvailableAt || !recipient || isCreditNote(row.typeCode)) return undefined;
  const days = paymentTermDays(recipient.kind);
  const uninterrupted =
    row.status !== 'suspended' && row.paymentDueDate === dueDateFrom(row.madeAvailableAt, days);
  return legalClock(uninterrupted ? eventsOf(row, row.madeAvailableAt) : await readHistory(), days, now);
};

/** What the clock needs to know of a history without interruption. */
const eventsOf = ({ status, statusSince }: ClockRow, madeAvailableAt: Date): ClockEvent[] => [
  { action: 'makeAvailable', to: 'madeAvailable', moves: true, occurredAt: madeAvailableAt },
  { action: 'takeInCharge', to: status, moves: true, occurredAt: statusSince },
];
