import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import { accountFor } from '@parvis/connector-kit/mapping';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type { References } from '../reference-data.js';
import type { OdooSettings } from '../settings.js';
import { booksBill } from './books-bill.js';
import { billId, lineId } from './external-ids.js';
import type { Table } from './loading.js';
import { taxesFor } from './taxes.js';

const billColumns = [
  'id',
  'move_type',
  'journal_id/.id',
  'currency_id/.id',
  'partner_id/.id',
  'ref',
  'invoice_date',
  'invoice_date_due',
  'invoice_origin',
  'narration',
] as const;

const lineColumns = [
  'invoice_line_ids/id',
  'invoice_line_ids/name',
  'invoice_line_ids/quantity',
  'invoice_line_ids/price_unit',
  'invoice_line_ids/account_id/.id',
  'invoice_line_ids/tax_ids/.id',
] as const;

/** What `account.move.load` is given: the bill on the first row, one line of it on each. */
export const encodeBill = (
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
  context: {
    readonly references: References;
    readonly settings: OdooSettings;
    readonly supplier: number;
  },
): Table => {
  const { references, settings, supplier } = context;
  const { invoice, serviceCode, paymentDueDate = '' } = envelope;
  if (invoice.currency !== 'EUR') throw new Refused('reference-data-missing', onlyEuros(invoice.currency));
  const bill = booksBill(envelope, settings.vat);
  const taxFor = taxesFor(references.taxes, settings);

  const header: Record<(typeof billColumns)[number], string> = {
    id: billId(key),
    move_type: bill.isCreditNote ? 'in_refund' : 'in_invoice',
    // The company is that of the journal.
    'journal_id/.id': String(references.journal.id),
    'currency_id/.id': String(references.euro),
    'partner_id/.id': String(supplier),
    ref: invoice.number ?? '',
    invoice_date: invoice.issueDate ?? '',
    invoice_date_due: paymentDueDate,
    // Where the key can be searched; what it is known by is the external identifier.
    invoice_origin: key,
    narration: narrationOf(envelope),
  };
  const lines = bill.lines.map((line, index): Record<(typeof lineColumns)[number], string> => {
    const { label, quantity, unitPrice, vatRate } = line;
    const code = accountFor(settings.accounts, settings.expenseAccount, { serviceCode, label, vatRate });
    return {
      'invoice_line_ids/id': lineId(key, index),
      'invoice_line_ids/name': label,
      'invoice_line_ids/quantity': quantity.toString(),
      'invoice_line_ids/price_unit': unitPrice.toString(),
      'invoice_line_ids/account_id/.id': String(references.accounts.get(code)?.id ?? ''),
      'invoice_line_ids/tax_ids/.id': String(taxFor(vatRate)?.id ?? ''),
    };
  });
  const noHeader = billColumns.map(() => '');
  return {
    columns: [...billColumns, ...lineColumns],
    rows: lines.map((line, index) => [
      ...(index === 0 ? billColumns.map((name) => header[name]) : noHeader),
      ...lineColumns.map((name) => line[name]),
    ]),
  };
};

/** Odoo keeps the note of a bill as HTML. */
const narrationOf = ({ invoice, serviceCode, engagementNumber }: InvoiceEnvelope): string =>
  [
    serviceCode && `Service : ${serviceCode}`,
    engagementNumber && `Engagement : ${engagementNumber}`,
    invoice.contractReference && `Marché : ${invoice.contractReference}`,
  ]
    .flatMap((text) => (text ? [`<p>${escaped(text)}</p>`] : []))
    .join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const onlyEuros = (currency = '?'): Bilingual =>
  say(
    `La devise ${currency} n’est pas prévue : euros seulement.`,
    `The currency ${currency} is not provided for: euros only.`,
  );
