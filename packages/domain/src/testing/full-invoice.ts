import { Decimal } from '../amount/decimal.js';
import type { Invoice, InvoiceLine } from '../invoice/invoice.js';
import { aLine, anInvoice } from './invoice-builder.js';

const dec = Decimal.of;

/**
 * A valid invoice that uses every group rules look at: two VAT rates, an allowance and a charge on the document and on a
 * line, payee, tax representative, delivery, periods, two payments, a paid amount and a rounding, VAT in a second
 * currency. Each rule that accepts it accepts it on something.
 */
export const aFullInvoice = (variation: Partial<Invoice> = {}): Invoice => ({
  ...anInvoice(),
  vatCurrency: 'USD',
  vatPointDate: '2026-02-28',
  notes: [{ subjectCode: 'AAI', text: 'Livraison du 28 février' }],
  precedingInvoices: [{ number: 'F-2026-0040', issueDate: '2026-02-01' }],
  invoicedObject: { value: 'COMPTEUR-12', scheme: 'ABZ' },
  payee: {
    name: 'Affacturage du Bocage',
    identifier: { value: '00000034900019', scheme: '0009' },
    legalRegistration: { value: '000000349', scheme: '0002' },
  },
  taxRepresentative: {
    name: 'Fiscalité et Cie',
    vatIdentifier: 'FR49000000562',
    address: { city: 'Rennes', country: 'FR' },
  },
  delivery: {
    date: '2026-02-28',
    location: { value: 'QUAI-3' },
    address: { city: 'Valmont', country: 'FR' },
  },
  period: { start: '2026-02-01', end: '2026-02-28' },
  payments: [
    { meansCode: '30', creditTransfer: { account: 'FR7630001007941234567890185' } },
    { meansCode: '48', card: { lastDigits: '1234', holderName: 'Papeterie du Bocage' } },
  ],
  allowances: [
    {
      amount: dec('10.00'),
      baseAmount: dec('100.00'),
      vatCategory: 'S',
      vatRate: dec('20'),
      reason: 'Fidélité',
    },
  ],
  charges: [
    {
      amount: dec('5.00'),
      baseAmount: dec('50.00'),
      vatCategory: 'S',
      vatRate: dec('5.5'),
      reasonCode: 'FC',
    },
  ],
  lines: [paper, books],
  totals: {
    lines: dec('150.00'),
    allowances: dec('10.00'),
    charges: dec('5.00'),
    taxExclusive: dec('145.00'),
    vat: dec('21.03'),
    vatInVatCurrency: dec('24.18'),
    taxInclusive: dec('166.03'),
    paid: dec('66.03'),
    rounding: dec('-0.50'),
    due: dec('99.50'),
  },
  vatBreakdown: [
    { taxableAmount: dec('90.00'), taxAmount: dec('18.00'), category: 'S', rate: dec('20.00') },
    { taxableAmount: dec('55.00'), taxAmount: dec('3.03'), category: 'S', rate: dec('5.5') },
  ],
  supportingDocuments: [{ reference: 'BL-2026-77', description: 'BON_LIVRAISON' }],
  ...variation,
});

const paper: InvoiceLine = aLine({
  period: { start: '2026-02-01', end: '2026-02-28' },
  netAmount: dec('100.00'),
  allowances: [{ amount: dec('4.00'), baseAmount: dec('40.00'), reason: 'Lot' }],
  charges: [{ amount: dec('4.00'), baseAmount: dec('40.00'), reason: 'Port' }],
  price: { net: dec('10.00'), gross: dec('11.00'), discount: dec('1.00') },
  item: {
    name: 'Ramettes de papier A4',
    standardIdentifier: { value: '3000000000014', scheme: '0160' },
    classifications: [{ code: '14111507', list: 'TST' }],
    originCountry: 'FR',
    attributes: [{ name: 'Format', value: 'A4' }],
  },
});

const books: InvoiceLine = aLine({
  id: '2',
  quantity: dec('5'),
  netAmount: dec('50.00'),
  vatRate: dec('5.50'),
  item: { name: 'Annuaires', classifications: [], attributes: [] },
});
