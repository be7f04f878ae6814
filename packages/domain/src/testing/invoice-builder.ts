import { Decimal } from '../amount/decimal.js';
import type { Invoice, InvoiceLine, VatBreakdown } from '../invoice/invoice.js';
import { groupedBy } from '../rules/grouped.js';

/**
 * A valid invoice to vary in tests: « Papeterie du Bocage » invoices the hospital « Centre hospitalier de Valmont »,
 * 100,00 € without VAT, 120,00 € with. Identifiers are invented and pass their check digits.
 */
export const anInvoice = (variation: Partial<Invoice> = {}): Invoice => ({
  ...header,
  ...settle([aLine()]),
  ...variation,
});

/** The same as a credit note (381): in UBL it has a root of its own, and refers to the invoice it corrects. */
export const aCreditNote = (variation: Partial<Invoice> = {}): Invoice =>
  anInvoice({
    number: 'AV-2026-0042',
    typeCode: '381',
    precedingInvoices: [{ number: 'F-2026-0042', issueDate: '2026-03-02' }],
    ...variation,
  });

/** A valid invoice with these lines: totals and VAT breakdown follow from them. */
export const anInvoiceOf = (lines: readonly InvoiceLine[], variation: Partial<Invoice> = {}): Invoice => ({
  ...anInvoice(),
  ...settle(lines),
  ...variation,
});

/** Ten boxes at 10,00 €, 20 % VAT. */
export const aLine = (variation: Partial<InvoiceLine> = {}): InvoiceLine => ({
  id: '1',
  quantity: Decimal.of('10'),
  unit: 'C62',
  netAmount: Decimal.of('100.00'),
  allowances: [],
  charges: [],
  price: { net: Decimal.of('10.00') },
  vatCategory: 'S',
  vatRate: Decimal.of('20'),
  item: { name: 'Ramettes de papier A4', classifications: [], attributes: [] },
  ...variation,
});

const header = {
  number: 'F-2026-0042',
  issueDate: '2026-03-02',
  typeCode: '380',
  currency: 'EUR',
  dueDate: '2026-04-21',
  buyerReference: 'RESTAURATION',
  purchaseOrderReference: 'EJ-2026-0815',
  businessProcess: 'A1',
  specification: 'urn:cen.eu:en16931:2017',
  notes: [],
  precedingInvoices: [],
  seller: {
    name: 'Papeterie du Bocage',
    identifiers: [{ value: '00000012500013', scheme: '0009' }],
    legalRegistration: { value: '000000125', scheme: '0002' },
    vatIdentifier: 'FR96000000125',
    address: { line1: '12 rue des Tanneurs', city: 'Caen', postCode: '14000', country: 'FR' },
  },
  buyer: {
    name: 'Centre hospitalier de Valmont',
    identifiers: [{ value: '00000210500013', scheme: '0009' }],
    legalRegistration: { value: '000002105', scheme: '0002' },
    address: { line1: '1 avenue de la Santé', city: 'Valmont', postCode: '14999', country: 'FR' },
  },
  payments: [{ meansCode: '30', creditTransfer: { account: 'FR7630001007941234567890185' } }],
  allowances: [],
  charges: [],
  supportingDocuments: [],
} as const satisfies Omit<Invoice, 'totals' | 'vatBreakdown' | 'lines'>;

/** Totals and breakdown, one entry for each category and rate, that agree with the lines. */
const settle = (lines: readonly InvoiceLine[]): Pick<Invoice, 'lines' | 'totals' | 'vatBreakdown'> => {
  const groups = groupedBy(lines, ({ vatCategory, vatRate }) => `${vatCategory} ${vatRate}`);
  const vatBreakdown = [...groups.values()].flatMap(breakdownOf);
  const net = Decimal.sum(lines.map(({ netAmount = Decimal.zero }) => netAmount)).rounded();
  const vat = Decimal.sum(vatBreakdown.map(({ taxAmount = Decimal.zero }) => taxAmount)).rounded();
  const gross = net.plus(vat);
  return {
    lines,
    vatBreakdown,
    totals: { lines: net, taxExclusive: net, vat, taxInclusive: gross, due: gross },
  };
};

const breakdownOf = (lines: readonly InvoiceLine[]): VatBreakdown[] => {
  const [first] = lines;
  if (!first?.vatCategory) return [];
  const taxableAmount = Decimal.sum(lines.map(({ netAmount = Decimal.zero }) => netAmount)).rounded();
  const rate = first.vatRate ?? Decimal.zero;
  const taxAmount = taxableAmount.times(rate).dividedBy(Decimal.of(100), 2);
  const vatRate = first.vatRate ? { rate: first.vatRate } : {};
  return [{ taxableAmount, taxAmount, category: first.vatCategory, ...vatRate }];
};
