import type { Invoice } from '../../invoice/invoice.js';

/** Frameworks (BT-23) by their digit: 8 holds the invoices of several sellers, 9 those of both sides. */
const hasDigit = (digit: 8 | 9): ((invoice: Invoice) => boolean) => {
  const form = new RegExp(`^[BSM]${digit}$`);
  return ({ businessProcess = '' }) => form.test(businessProcess.trim());
};

export const isOfSeveralSellers = hasDigit(8);

/** Two-way invoices set one firm's sales off against the other's. */
export const isTwoWay = hasDigit(9);

export const holdsInvoices = (invoice: Invoice): boolean => isOfSeveralSellers(invoice) || isTwoWay(invoice);
