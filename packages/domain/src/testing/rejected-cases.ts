import { Decimal } from '../amount/decimal.js';
import type { Invoice, InvoiceLine, Totals, VatBreakdown } from '../invoice/invoice.js';
import { aFullInvoice } from './full-invoice.js';
import { anInvoice } from './invoice-builder.js';

const dec = Decimal.of;
const full = aFullInvoice();

/** Leaves fields out, as a sender who forgot them. */
const without = <Part extends object>(part: Part | undefined, ...names: (keyof Part)[]): Part =>
  Object.fromEntries(
    Object.entries(part ?? {}).filter(([name]) => !(names as string[]).includes(name)),
  ) as Part;

const invoiceWithout = (...names: (keyof Invoice)[]): Invoice => without(full, ...names);

/** The first entry of a group, changed; the others as they were. */
const firstChanged = <Item>(items: readonly Item[], change: (item: Item) => Item): Item[] =>
  items.map((item, index) => (index === 0 ? change(item) : item));

const totals = (change: Partial<Totals>): Invoice => aFullInvoice({ totals: { ...full.totals, ...change } });
const totalsWithout = (name: keyof Totals): Invoice => aFullInvoice({ totals: without(full.totals, name) });

const line = (change: (line: InvoiceLine) => InvoiceLine): Invoice =>
  aFullInvoice({ lines: firstChanged(full.lines, change) });

const breakdown = (change: (breakdown: VatBreakdown) => VatBreakdown): Invoice =>
  aFullInvoice({ vatBreakdown: firstChanged(full.vatBreakdown, change) });

const allowance = (change: (item: Invoice['allowances'][number]) => Invoice['allowances'][number]): Invoice =>
  aFullInvoice({ allowances: firstChanged(full.allowances, change) });

const charge = (change: (item: Invoice['charges'][number]) => Invoice['charges'][number]): Invoice =>
  aFullInvoice({ charges: firstChanged(full.charges, change) });

const lineAllowance = (
  change: (item: InvoiceLine['allowances'][number]) => InvoiceLine['allowances'][number],
): Invoice => line((item) => ({ ...item, allowances: firstChanged(item.allowances, change) }));

const lineCharge = (
  change: (item: InvoiceLine['charges'][number]) => InvoiceLine['charges'][number],
): Invoice => line((item) => ({ ...item, charges: firstChanged(item.charges, change) }));

const payment = (change: (item: Invoice['payments'][number]) => Invoice['payments'][number]): Invoice =>
  aFullInvoice({ payments: firstChanged(full.payments, change) });

const long = dec('1.234');

/** For every rule that is not about one VAT category: an invoice it rejects, and the place it must name. */
export const rejectedCases: Readonly<Record<string, readonly [Invoice, string]>> = {
  'BR-01': [invoiceWithout('specification'), 'specification'],
  'BR-02': [aFullInvoice({ number: '  ' }), 'number'],
  'BR-03': [invoiceWithout('issueDate'), 'issueDate'],
  'BR-04': [invoiceWithout('typeCode'), 'typeCode'],
  'BR-05': [invoiceWithout('currency'), 'currency'],
  'BR-06': [aFullInvoice({ seller: without(full.seller, 'name') }), 'seller.name'],
  'BR-07': [aFullInvoice({ buyer: { ...full.buyer, name: ' ' } }), 'buyer.name'],
  'BR-08': [aFullInvoice({ seller: without(full.seller, 'address') }), 'seller.address'],
  'BR-09': [
    aFullInvoice({ seller: { ...full.seller, address: without(full.seller.address, 'country') } }),
    'seller.address.country',
  ],
  'BR-10': [aFullInvoice({ buyer: without(full.buyer, 'address') }), 'buyer.address'],
  'BR-11': [
    aFullInvoice({ buyer: { ...full.buyer, address: without(full.buyer.address, 'country') } }),
    'buyer.address.country',
  ],
  'BR-12': [totalsWithout('lines'), 'totals.lines'],
  'BR-13': [totalsWithout('taxExclusive'), 'totals.taxExclusive'],
  'BR-14': [totalsWithout('taxInclusive'), 'totals.taxInclusive'],
  'BR-15': [totalsWithout('due'), 'totals.due'],
  'BR-16': [aFullInvoice({ lines: [] }), 'lines'],
  'BR-17': [aFullInvoice({ payee: without(full.payee, 'name') }), 'payee.name'],
  'BR-18': [
    aFullInvoice({ taxRepresentative: without(full.taxRepresentative, 'name') }),
    'taxRepresentative.name',
  ],
  'BR-19': [
    aFullInvoice({ taxRepresentative: without(full.taxRepresentative, 'address') }),
    'taxRepresentative.address',
  ],
  'BR-20': [
    aFullInvoice({ taxRepresentative: { ...full.taxRepresentative, address: { city: 'Rennes' } } }),
    'taxRepresentative.address.country',
  ],
  'BR-21': [line((item) => ({ ...item, id: '' })), 'lines[0].id'],
  'BR-22': [line((item) => without(item, 'quantity')), 'lines[0].quantity'],
  'BR-23': [line((item) => without(item, 'unit')), 'lines[0].unit'],
  'BR-24': [line((item) => without(item, 'netAmount')), 'lines[0].netAmount'],
  'BR-25': [line((item) => ({ ...item, item: without(item.item, 'name') })), 'lines[0].item.name'],
  'BR-26': [line((item) => ({ ...item, price: {} })), 'lines[0].price.net'],
  'BR-27': [line((item) => ({ ...item, price: { net: dec('-10') } })), 'lines[0].price.net'],
  'BR-28': [
    line((item) => ({ ...item, price: { ...item.price, gross: dec('-0.01') } })),
    'lines[0].price.gross',
  ],
  'BR-29': [aFullInvoice({ period: { start: '2026-03-01', end: '2026-02-28' } }), 'period.end'],
  'BR-30': [
    line((item) => ({ ...item, period: { start: '2026-03-01', end: '2026-02-28' } })),
    'lines[0].period.end',
  ],
  'BR-31': [allowance((item) => without(item, 'amount')), 'allowances[0].amount'],
  'BR-32': [allowance((item) => without(item, 'vatCategory')), 'allowances[0].vatCategory'],
  'BR-33': [allowance((item) => ({ ...item, reason: ' ' })), 'allowances[0].reason'],
  'BR-36': [charge((item) => without(item, 'amount')), 'charges[0].amount'],
  'BR-37': [charge((item) => without(item, 'vatCategory')), 'charges[0].vatCategory'],
  'BR-38': [charge((item) => without(item, 'reasonCode')), 'charges[0].reason'],
  'BR-41': [lineAllowance((item) => without(item, 'amount')), 'lines[0].allowances[0].amount'],
  'BR-42': [lineAllowance((item) => without(item, 'reason')), 'lines[0].allowances[0].reason'],
  'BR-43': [lineCharge((item) => without(item, 'amount')), 'lines[0].charges[0].amount'],
  'BR-44': [lineCharge((item) => without(item, 'reason')), 'lines[0].charges[0].reason'],
  'BR-45': [breakdown((item) => without(item, 'taxableAmount')), 'vatBreakdown[0].taxableAmount'],
  'BR-46': [breakdown((item) => without(item, 'taxAmount')), 'vatBreakdown[0].taxAmount'],
  'BR-47': [breakdown((item) => without(item, 'category')), 'vatBreakdown[0].category'],
  'BR-48': [breakdown((item) => without(item, 'rate')), 'vatBreakdown[0].rate'],
  'BR-49': [payment((item) => without(item, 'meansCode')), 'payments[0].meansCode'],
  'BR-50': [
    payment((item) => ({ ...item, creditTransfer: { account: ' ' } })),
    'payments[0].creditTransfer.account',
  ],
  'BR-51': [
    aFullInvoice({ payments: [{ meansCode: '48', card: { lastDigits: '49701234567' } }] }),
    'payments[0].card.lastDigits',
  ],
  'BR-52': [
    aFullInvoice({ supportingDocuments: [{ description: 'BON_LIVRAISON' }] }),
    'supportingDocuments[0].reference',
  ],
  'BR-53': [totalsWithout('vatInVatCurrency'), 'totals.vatInVatCurrency'],
  'BR-54': [
    line((item) => ({ ...item, item: { ...item.item, attributes: [{ name: 'Format' }] } })),
    'lines[0].item.attributes[0]',
  ],
  'BR-55': [
    aFullInvoice({ precedingInvoices: [{ issueDate: '2026-02-01' }] }),
    'precedingInvoices[0].number',
  ],
  'BR-56': [
    aFullInvoice({ taxRepresentative: without(full.taxRepresentative, 'vatIdentifier') }),
    'taxRepresentative.vatIdentifier',
  ],
  'BR-57': [aFullInvoice({ delivery: { address: { city: 'Valmont' } } }), 'delivery.address.country'],
  'BR-61': [payment((item) => ({ ...item, creditTransfer: {} })), 'payments[0].creditTransfer.account'],
  'BR-62': [
    aFullInvoice({ seller: { ...full.seller, electronicAddress: { value: '000000125' } } }),
    'seller.electronicAddress.scheme',
  ],
  'BR-63': [
    aFullInvoice({ buyer: { ...full.buyer, electronicAddress: { value: '000002105' } } }),
    'buyer.electronicAddress.scheme',
  ],
  'BR-64': [
    line((item) => ({ ...item, item: { ...item.item, standardIdentifier: { value: '30' } } })),
    'lines[0].item.standardIdentifier.scheme',
  ],
  'BR-65': [
    line((item) => ({ ...item, item: { ...item.item, classifications: [{ code: '14' }] } })),
    'lines[0].item.classifications[0].list',
  ],
  'BR-B-01': [line((item) => ({ ...item, vatCategory: 'B' })), 'vatBreakdown'],
  'BR-B-02': [line((item) => ({ ...item, vatCategory: 'B' })), 'vatBreakdown'],
  'BR-CL-01': [aFullInvoice({ typeCode: '999' }), 'typeCode'],
  'BR-CL-04': [aFullInvoice({ currency: 'eur' }), 'currency'],
  'BR-CL-05': [aFullInvoice({ vatCurrency: 'DOLLAR' }), 'vatCurrency'],
  'BR-CL-06': [aFullInvoice({ vatPointDateCode: '29' }), 'vatPointDateCode'],
  'BR-CL-07': [
    aFullInvoice({ invoicedObject: { value: 'COMPTEUR-12', scheme: 'A' } }),
    'invoicedObject.scheme',
  ],
  'BR-CL-08': [aFullInvoice({ notes: [{ subjectCode: 'ZZY', text: 'Livraison' }] }), 'notes[0].subjectCode'],
  'BR-CL-10': [
    aFullInvoice({ buyer: { ...full.buyer, identifiers: [{ value: '26590001900013', scheme: 'SIRET' }] } }),
    'buyer.identifiers[0].scheme',
  ],
  'BR-CL-11': [
    aFullInvoice({ buyer: { ...full.buyer, legalRegistration: { value: '265900019', scheme: 'SIREN' } } }),
    'buyer.legalRegistration.scheme',
  ],
  'BR-CL-13': [
    line((item) => ({ ...item, item: { ...item.item, classifications: [{ code: '14', list: 'CPV' }] } })),
    'lines[0].item.classifications[0].list',
  ],
  'BR-CL-14': [
    aFullInvoice({ buyer: { ...full.buyer, address: { ...full.buyer.address, country: 'UK' } } }),
    'buyer.address.country',
  ],
  'BR-CL-15': [
    line((item) => ({ ...item, item: { ...item.item, originCountry: 'France' } })),
    'lines[0].item.originCountry',
  ],
  'BR-CL-16': [payment((item) => ({ ...item, meansCode: 'VIR' })), 'payments[0].meansCode'],
  'BR-CL-17': [allowance((item) => ({ ...item, vatCategory: 's' })), 'allowances[0].vatCategory'],
  'BR-CL-18': [line((item) => ({ ...item, vatCategory: 'N' })), 'lines[0].vatCategory'],
  'BR-CL-19': [allowance((item) => ({ ...item, reasonCode: 'FC' })), 'allowances[0].reasonCode'],
  'BR-CL-20': [charge((item) => ({ ...item, reasonCode: '95' })), 'charges[0].reasonCode'],
  'BR-CL-21': [
    line((item) => ({
      ...item,
      item: { ...item.item, standardIdentifier: { value: '30', scheme: 'GTIN' } },
    })),
    'lines[0].item.standardIdentifier.scheme',
  ],
  'BR-CL-22': [
    breakdown((item) => ({ ...item, exemptionReasonCode: 'VATEX-EU-ZZ' })),
    'vatBreakdown[0].exemptionReasonCode',
  ],
  'BR-CL-23': [line((item) => ({ ...item, unit: 'pièce' })), 'lines[0].unit'],
  'BR-CL-24': [
    aFullInvoice({
      supportingDocuments: [
        { reference: 'PJ-1', attachment: { contentBase64: '', mediaType: 'text/plain' } },
      ],
    }),
    'supportingDocuments[0].attachment.mediaType',
  ],
  'BR-CL-25': [
    aFullInvoice({ buyer: { ...full.buyer, electronicAddress: { value: '265900019', scheme: '0224' } } }),
    'buyer.electronicAddress.scheme',
  ],
  'BR-CL-26': [
    aFullInvoice({ delivery: { ...full.delivery, location: { value: 'QUAI-3', scheme: 'QUAI' } } }),
    'delivery.location.scheme',
  ],
  'BR-CO-03': [aFullInvoice({ vatPointDateCode: '35' }), 'vatPointDate'],
  'BR-CO-04': [line((item) => without(item, 'vatCategory')), 'lines[0].vatCategory'],
  'BR-CO-09': [
    aFullInvoice({ seller: { ...full.seller, vatIdentifier: '96000000125' } }),
    'seller.vatIdentifier',
  ],
  'BR-CO-10': [totals({ lines: dec('149.99') }), 'totals.lines'],
  'BR-CO-11': [totals({ allowances: dec('10.01') }), 'totals.allowances'],
  'BR-CO-12': [totals({ charges: dec('4.99') }), 'totals.charges'],
  'BR-CO-13': [totals({ taxExclusive: dec('145.01') }), 'totals.taxExclusive'],
  'BR-CO-14': [totals({ vat: dec('21.02') }), 'totals.vat'],
  'BR-CO-15': [totals({ taxInclusive: dec('166.02') }), 'totals.taxInclusive'],
  'BR-CO-16': [totals({ due: dec('100.00') }), 'totals.due'],
  'BR-CO-17': [breakdown((item) => ({ ...item, taxAmount: dec('16.00') })), 'vatBreakdown[0].taxAmount'],
  'BR-CO-18': [aFullInvoice({ vatBreakdown: [] }), 'vatBreakdown'],
  'BR-CO-19': [aFullInvoice({ period: {} }), 'period'],
  'BR-CO-20': [line((item) => ({ ...item, period: {} })), 'lines[0].period'],
  'BR-CO-21': [allowance((item) => without(item, 'reason')), 'allowances[0].reason'],
  'BR-CO-22': [charge((item) => without(item, 'reasonCode')), 'charges[0].reason'],
  'BR-CO-23': [lineAllowance((item) => without(item, 'reason')), 'lines[0].allowances[0].reason'],
  'BR-CO-24': [lineCharge((item) => without(item, 'reason')), 'lines[0].charges[0].reason'],
  'BR-CO-26': [
    anInvoice({
      seller: without({ ...full.seller, identifiers: [] }, 'legalRegistration', 'vatIdentifier'),
    }),
    'seller.identifiers',
  ],
  'BR-DEC-01': [allowance((item) => ({ ...item, amount: long })), 'allowances[0].amount'],
  'BR-DEC-02': [allowance((item) => ({ ...item, baseAmount: long })), 'allowances[0].baseAmount'],
  'BR-DEC-05': [charge((item) => ({ ...item, amount: long })), 'charges[0].amount'],
  'BR-DEC-06': [charge((item) => ({ ...item, baseAmount: long })), 'charges[0].baseAmount'],
  'BR-DEC-09': [totals({ lines: dec('150.000') }), 'totals.lines'],
  'BR-DEC-10': [totals({ allowances: dec('10.000') }), 'totals.allowances'],
  'BR-DEC-11': [totals({ charges: dec('5.000') }), 'totals.charges'],
  'BR-DEC-12': [totals({ taxExclusive: dec('145.000') }), 'totals.taxExclusive'],
  'BR-DEC-13': [
    { ...totals({ vat: long }), totals: without({ ...full.totals, vat: long }, 'vatInVatCurrency') },
    'totals.vat',
  ],
  'BR-DEC-14': [totals({ taxInclusive: dec('166.030') }), 'totals.taxInclusive'],
  'BR-DEC-15': [totals({ vatInVatCurrency: long }), 'totals.vatInVatCurrency'],
  'BR-DEC-16': [totals({ paid: dec('66.030') }), 'totals.paid'],
  'BR-DEC-17': [totals({ rounding: dec('-0.500') }), 'totals.rounding'],
  'BR-DEC-18': [totals({ due: dec('99.500') }), 'totals.due'],
  'BR-DEC-19': [breakdown((item) => ({ ...item, taxableAmount: long })), 'vatBreakdown[0].taxableAmount'],
  'BR-DEC-20': [breakdown((item) => ({ ...item, taxAmount: long })), 'vatBreakdown[0].taxAmount'],
  'BR-DEC-23': [line((item) => ({ ...item, netAmount: long })), 'lines[0].netAmount'],
  'BR-DEC-24': [lineAllowance((item) => ({ ...item, amount: long })), 'lines[0].allowances[0].amount'],
  'BR-DEC-25': [
    lineAllowance((item) => ({ ...item, baseAmount: long })),
    'lines[0].allowances[0].baseAmount',
  ],
  'BR-DEC-27': [lineCharge((item) => ({ ...item, amount: long })), 'lines[0].charges[0].amount'],
  'BR-DEC-28': [lineCharge((item) => ({ ...item, baseAmount: long })), 'lines[0].charges[0].baseAmount'],
};

/** Rules that speak of a file only: the model has no place for what they look at. */
export const ofFilesOnly: readonly string[] = ['BR-CL-03'];

/** Rules that speak in CII only. */
export const inCiiOnly: readonly string[] = ['BR-DEC-13', 'BR-DEC-15'];
