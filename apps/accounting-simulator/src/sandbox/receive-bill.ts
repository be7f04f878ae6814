import type { Request, Response } from 'express';
import { ApiError } from '../api/api-error.js';
import type { NewBill } from '../bills/bill.js';
import type { BillBooks } from '../bills/bill-books.js';
import type { DeliveryFaultMemory } from './delivery-faults.js';

const RETRY_AFTER_SECONDS = 2;
const LATE_MS = 60_000;

/** Takes a bill in, or mistreats its delivery as its number asks for. */
export const receiveBill = (
  { books, faults }: { readonly books: BillBooks; readonly faults: DeliveryFaultMemory },
  bill: NewBill,
  request: Request,
  response: Response,
): void => {
  const fault = faults.take(bill.reference);
  switch (fault) {
    case 'busy':
      response.set('Retry-After', String(RETRY_AFTER_SECONDS));
      throw new ApiError(429, 'busy', 'simulated: too many requests');
    case 'broken':
      throw new ApiError(500, 'broken', 'simulated: broken');
    case 'closed':
      throw new ApiError(
        422,
        'period-closed',
        `La période comptable du ${bill.issueDate} est close.`,
        'issueDate',
      );
    default:
  }
  const created = books.create(bill, { centsTooMany: fault === 'cent' ? 1n : 0n });
  if (fault === 'lost') return void request.socket.destroy();
  if (fault === 'unreadable')
    return void response.status(200).type('html').send('<html><body>Bienvenue</body></html>');
  if (fault !== 'late') return void response.status(201).json(created);
  const timer = setTimeout(() => response.status(201).json(created), LATE_MS);
  response.once('close', () => clearTimeout(timer));
};
