import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import type { PlainBill, PlainLine } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { toDateValue, toDecimalValue } from '../protocol/values.js';
import type { PurchaseTax, References } from '../reference-data.js';
import type { TrytonSettings } from '../settings.js';
import { booksBill } from './books-bill.js';

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
  },
): object => {
  const { references, settings, supplier } = context;
  const { invoice, engagementNumber, serviceCode } = envelope;
  if (invoice.currency !== 'EUR') {
    throw new Refused(
      'reference-data-missing',
      `La devise ${invoice.currency ?? '?'} n’est pas prévue : euros seulement.`,
    );
  }
  const bill = booksBill(envelope, settings.vat);
  const account = references.accounts.get(accountCode(serviceCode, settings));
  return {
    type: 'in',
    company: references.company,
    currency: references.euro,
    journal: references.journal,
    party: supplier.party,
    invoice_address: supplier.address,
    account: references.payableAccount,
    ...(references.paymentTerm ? { payment_term: references.paymentTerm } : {}),
    ...(invoice.issueDate ? { invoice_date: toDateValue(invoice.issueDate) } : {}),
    reference: invoice.number,
    description: [keyMark(key), engagementNumber && `Engagement ${engagementNumber}`]
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
          account,
          ...encodeLine(line, bill, taxesFor(references.taxes, settings)),
        })),
      ],
    ],
    taxes: [['create', encodeTaxes(bill, taxesFor(references.taxes, settings))]],
  };
};

type TaxFor = (rate: Decimal) => PurchaseTax | undefined;

const encodeLine = (
  { label, quantity, unitPrice, vatRate }: PlainLine,
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

/** A rate of zero needs no tax; a rate that Tryton does not know stops the delivery. */
const taxesFor =
  (taxes: readonly PurchaseTax[], settings: TrytonSettings): TaxFor =>
  (rate) => {
    if (rate.isZero()) return undefined;
    const named = settings.taxes.find((rule) => Decimal.of(rule.rate).equals(rate))?.name;
    const tax = taxes.find(
      (known) => known.rate.equals(rate) && (named === undefined || known.name === named),
    );
    if (!tax) {
      throw new Refused(
        'reference-data-missing',
        `Il manque dans Tryton une taxe d’achat à ${rate} %${named ? ` nommée « ${named} »` : ''}.`,
      );
    }
    return tax;
  };

const accountCode = (serviceCode: string | undefined, settings: TrytonSettings): string =>
  settings.accounts.find((rule) => rule.serviceCode === serviceCode)?.account ?? settings.expenseAccount;

const commentOf = ({ invoice, serviceCode, engagementNumber, paymentDueDate }: InvoiceEnvelope): string =>
  [
    serviceCode && `Service : ${serviceCode}`,
    engagementNumber && `Engagement : ${engagementNumber}`,
    invoice.contractReference && `Marché : ${invoice.contractReference}`,
    paymentDueDate && `À payer avant le ${paymentDueDate}`,
  ]
    .filter(Boolean)
    .join('\n');
