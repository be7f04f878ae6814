import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import type { PlainLine } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { epochOf } from '../protocol/values.js';
import type { DolibarrSettings } from '../settings.js';
import { accountOf, booksBill } from './books-bill.js';
import type { Product } from './products.js';

const STANDARD = 0;
const CREDIT_NOTE = 2;

/** The body of `POST supplierinvoices`: a draft. */
export const encodeBill = (
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
  context: {
    readonly settings: DolibarrSettings;
    readonly supplier: number;
    readonly products: ReadonlyMap<string, Product>;
    /** The invoice a credit note corrects, where it stands there. */
    readonly corrects: number | undefined;
  },
): object => {
  const { settings, supplier, products, corrects } = context;
  const { invoice, paymentDueDate } = envelope;
  if (invoice.currency !== 'EUR') throw new Refused('reference-data-missing', onlyEuros(invoice.currency));
  const bill = booksBill(envelope, settings);
  const accountOfLine = accountOf(envelope, settings);
  return {
    socid: supplier,
    type: bill.isCreditNote ? CREDIT_NOTE : STANDARD,
    ref_supplier: invoice.number ?? '',
    ref_ext: key,
    ...(corrects === undefined ? {} : { fk_facture_source: corrects }),
    ...(invoice.issueDate ? { date: epochOf(invoice.issueDate) } : {}),
    ...(paymentDueDate ? { date_echeance: epochOf(paymentDueDate) } : {}),
    note_private: noteOf(envelope),
    lines: bill.lines.map((line) =>
      encodeLine(line, products.get(accountOfLine(line)), accountOfLine(line), bill.isCreditNote),
    ),
  };
};

const encodeLine = (
  { label, quantity, unitPrice, vatRate }: PlainLine,
  product: Product | undefined,
  account: string,
  isCreditNote: boolean,
): object => {
  // A credit note has prices below zero there.
  const price = (isCreditNote ? unitPrice.negated() : unitPrice).toString();
  return {
    // Bound by hand where no product carries the account: the accountant reads which one was meant.
    description: product ? label : `${label}\n[${account}]`,
    qty: Number(quantity.toString()),
    // Read under the first name until version 22, under the second after.
    pu_ht: price,
    subprice: price,
    tva_tx: vatRate.equals(Decimal.zero) ? '0' : vatRate.toString(),
    localtax1_tx: 0,
    localtax2_tx: 0,
    remise_percent: 0,
    product_type: product?.type ?? 0,
    ...(product ? { fk_product: product.id } : {}),
  };
};

const noteOf = ({ invoice, serviceCode, engagementNumber }: InvoiceEnvelope): string =>
  [
    serviceCode && `Service : ${serviceCode}`,
    engagementNumber && `Engagement : ${engagementNumber}`,
    invoice.contractReference && `Marché : ${invoice.contractReference}`,
  ]
    .filter(Boolean)
    .join('\n');

const onlyEuros = (currency = '?'): Bilingual =>
  say(
    `La devise ${currency} n’est pas prévue : euros seulement.`,
    `The currency ${currency} is not provided for: euros only.`,
  );
