import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { accountFor } from '@parvis/connector-kit/mapping';
import { type PlainBill, type PlainLine, plainBill } from '@parvis/connector-kit/plain-bill';
import { vatInside } from '@parvis/connector-kit/vat-inside';
import type { DolibarrSettings } from '../settings.js';
import { fitRounding } from './fit-rounding.js';

/** As Dolibarr comes, unit prices hold five decimals (MAIN_MAX_DECIMALS_UNIT). */
const PRICE_DECIMALS = 5;

type BooksSettings = Pick<DolibarrSettings, 'vat' | 'accounts' | 'expenseAccount'>;

export const accountOf =
  ({ serviceCode }: InvoiceEnvelope, { accounts, expenseAccount }: BooksSettings) =>
  ({ label, vatRate }: PlainLine): string =>
    accountFor(accounts, expenseAccount, { serviceCode, label, vatRate });

/** The bill as it belongs in the entity's books, so that Dolibarr's sums are the supplier's. */
export const booksBill = (envelope: InvoiceEnvelope, settings: BooksSettings): PlainBill => {
  const bill = plainBill(envelope.invoice, PRICE_DECIMALS);
  return settings.vat === 'inclusive' ? vatInside(bill) : fitRounding(bill, accountOf(envelope, settings));
};
