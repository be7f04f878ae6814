import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import { accountFor } from '@parvis/connector-kit/mapping';
import type { PlainBill } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { toDateValue, toDecimalValue } from '../protocol/values.js';
import { requiredAccount } from '../reading/accounts.js';
import { type TaxFor, taxesFor } from '../reading/taxes.js';
import type { References } from '../reference-data.js';
import type { TrytonSettings } from '../settings.js';
import { type BooksLine, booksBill } from './books-bill.js';

export interface SupplierThere {
  readonly party: number;
  readonly address: number;
}

/** How our key stands in a bill's description, where it can be searched and where the accountant sees it. */
export const keyMark = (key: DeliveryKey): string => `[${key}]`;

/** The values of `account.invoice.create`: Tryton computes nothing for a program, so everything is there. */
export const encodeInvoice = (
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
  context: {
    readonly references: References;
    readonly settings: TrytonSettings;
    readonly supplier: SupplierThere;
    /** Where it is not the invoice's own date. */
    readonly bookedOn?: CalendarDate | undefined;
  },
): object => {
  const { references, settings, supplier, bookedOn } = context;
  const { invoice, engagementNumber } = envelope;
  if (invoice.currency !== 'EUR') throw euroOnly(invoice.currency);
  const bill = booksBill(envelope, settings.vat);
  const taxFor = taxesFor(references.taxes, settings.taxes);
  return {
    type: 'in',
    company: references.company,
    currency: references.euro,
    journal: references.journal.id,
    party: supplier.party,
    invoice_address: supplier.address,
    account: references.payableAccount,
    ...(references.paymentTerm ? { payment_term: references.paymentTerm } : {}),
    ...(invoice.issueDate ? { invoice_date: toDateValue(invoice.issueDate) } : {}),
    ...(bookedOn ? { accounting_date: toDateValue(bookedOn) } : {}),
    reference: invoice.number,
    description: [keyMark(key), engagementNumber && engagementMark(engagementNumber)]
      .filter(Boolean)
      .join(' '),
    comment: commentOf(envelope),
    lines: [
      [
        'create',
        bill.lines.map((line, index) => ({
          type: 'line',
          company: references.company,
          currency: references.euro,
          sequence: (index + 1) * 10,
          account: requiredAccount(references.accounts, accountCode(line, envelope, settings)).id,
          ...encodeLine(line, bill, taxFor),
        })),
      ],
    ],
    taxes: [['create', encodeTaxes(bill, taxFor)]],
  };
};

/** How the order that a bill is about stands in its description. */
export const engagementMark = (number: string): string => `Engagement ${number}`;

/** The account of a line, by the entity's own rules. */
export const accountCode = (
  { label, statedRate }: BooksLine,
  { serviceCode }: InvoiceEnvelope,
  { accounts, expenseAccount }: Pick<TrytonSettings, 'accounts' | 'expenseAccount'>,
): string => accountFor(accounts, expenseAccount, { serviceCode, label, vatRate: statedRate });

const euroOnly = (currency: string | undefined): Refused =>
  new Refused(
    'reference-data-missing',
    say(
      `La devise ${currency ?? '?'} n’est pas prévue : euros seulement.`,
      `The currency ${currency ?? '?'} is not provided for: euros only.`,
    ),
  );

const encodeLine = (
  { label, quantity, unitPrice, vatRate }: BooksLine,
  bill: PlainBill,
  taxFor: TaxFor,
): object => {
  const tax = taxFor(vatRate);
  return {
    description: label,
    quantity: Number(`${signed(quantity, bill)}`),
    unit_price: toDecimalValue(unitPrice),
    taxes: tax ? [['add', [tax.id]]] : [],
  };
};

/** One entry for each tax: two categories of one rate share it. */
const encodeTaxes = (bill: PlainBill, taxFor: TaxFor): object[] => {
  const taxed = bill.vat.flatMap((vat) => {
    const tax = taxFor(vat.rate);
    return tax ? [{ tax, ...vat }] : [];
  });
  return [...Map.groupBy(taxed, ({ tax }) => tax.id).values()].map((group, index) => {
    const tax = group[0]?.tax;
    return {
      sequence: index + 1,
      description: tax?.name,
      tax: tax?.id,
      account: bill.isCreditNote ? tax?.creditNoteAccount : tax?.account,
      base: toDecimalValue(signed(Decimal.sum(group.map(({ base }) => base)), bill)),
      amount: toDecimalValue(signed(Decimal.sum(group.map(({ amount }) => amount)), bill)),
      manual: false,
    };
  });
};

/** Tryton has no type of its own for a supplier's credit note: its quantities and taxes are below zero. */
const signed = (value: Decimal, { isCreditNote }: PlainBill): Decimal =>
  isCreditNote ? value.negated() : value;

const commentOf = ({ invoice, serviceCode, engagementNumber, paymentDueDate }: InvoiceEnvelope): string =>
  [
    serviceCode && `Service : ${serviceCode}`,
    engagementNumber && `Engagement : ${engagementNumber}`,
    invoice.contractReference && `Marché : ${invoice.contractReference}`,
    paymentDueDate && `À payer avant le ${paymentDueDate}`,
  ]
    .filter(Boolean)
    .join('\n');
