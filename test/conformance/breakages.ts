import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice, InvoiceLine, PostalAddress } from '@parvis/domain/invoice/invoice';

/** A single field made wrong, and the rule that owns it. */
export interface Breakage {
  readonly field: string;
  readonly rule: string;
  /** Rules that cannot but fire with it: sums that no longer agree, rules that ask for the same thing. */
  readonly also?: RegExp;
  /** The invoice with the field wrong, or nothing where it has no such field. */
  breaks(invoice: Invoice): Invoice | undefined;
}

type Patch<Part> = (part: Part) => Part | undefined;

const without = <Part extends object>(part: Part, name: keyof Part): Part | undefined => {
  if (part[name] === undefined) return undefined;
  const { [name]: _, ...rest } = part;
  return rest as Part;
};

/** Changes one part of the invoice, if it is there. */
const on =
  <Name extends keyof Invoice>(name: Name, patch: Patch<NonNullable<Invoice[Name]>>) =>
  (invoice: Invoice): Invoice | undefined => {
    const part = invoice[name];
    const broken = part === undefined ? undefined : patch(part);
    return broken === undefined ? undefined : { ...invoice, [name]: broken };
  };

/** Changes the first entry of a list that can be changed so. */
const onFirst =
  <Item>(patch: Patch<Item>): Patch<readonly Item[]> =>
  (items) => {
    for (const [index, item] of items.entries()) {
      const broken = patch(item);
      if (broken !== undefined) return items.with(index, broken);
    }
    return undefined;
  };

const lose =
  (name: keyof Invoice) =>
  (invoice: Invoice): Invoice | undefined =>
    without(invoice, name);

const onLine = (patch: Patch<InvoiceLine>) => on('lines', onFirst(patch));
/** Without its country. */
const addressOnly = ({ country: _, ...address }: PostalAddress = {}): PostalAddress => address;
const cent = Decimal.of('0.01');
const more = (amount: Decimal | undefined): Decimal => (amount ?? Decimal.zero).plus(Decimal.of('7.77'));

const header: readonly Breakage[] = [
  { field: 'BT-24', rule: 'BR-01', also: /^CII-SR-0(09|10)$/, breaks: lose('specification') },
  { field: 'BT-1', rule: 'BR-02', breaks: lose('number') },
  { field: 'BT-2', rule: 'BR-03', breaks: lose('issueDate') },
  { field: 'BT-3', rule: 'BR-04', also: /^CII-SR-014$/, breaks: lose('typeCode') },
  { field: 'BT-5', rule: 'BR-05', also: /^BR-(CO-1[45]|53|CL-03)$/, breaks: lose('currency') },
  {
    field: 'BT-111',
    rule: 'BR-53',
    also: /^BR-DEC-15$/,
    breaks: on('totals', (totals) => without(totals, 'vatInVatCurrency')),
  },
  {
    field: 'BT-8 beside BT-7',
    rule: 'BR-CO-03',
    // In CII the breakdowns of categories L, M and O escape the rule.
    breaks: (invoice) =>
      invoice.vatPointDate && invoice.vatBreakdown.some(({ category = '' }) => !/^[LMO]$/.test(category))
        ? { ...invoice, vatPointDateCode: '3' }
        : undefined,
  },
  {
    field: 'BT-25',
    rule: 'BR-55',
    also: /^UBL-SR-07$/,
    breaks: on(
      'precedingInvoices',
      onFirst((entry) => without(entry, 'number')),
    ),
  },
  {
    field: 'BT-122',
    rule: 'BR-52',
    breaks: on(
      'supportingDocuments',
      onFirst((entry) => without(entry, 'reference')),
    ),
  },
  {
    field: 'BT-74',
    rule: 'BR-29',
    breaks: on('period', (period) => (period.start ? { ...period, end: '2026-01-31' } : undefined)),
  },
  {
    field: 'BT-81',
    rule: 'BR-49',
    breaks: on(
      'payments',
      onFirst((payment) => without(payment, 'meansCode')),
    ),
  },
  {
    field: 'BT-84',
    rule: 'BR-61',
    also: /^(BR-50|CII-SR-470)$/,
    breaks: on(
      'payments',
      onFirst((payment) => (payment.creditTransfer ? { ...payment, creditTransfer: {} } : undefined)),
    ),
  },
];

const parties: readonly Breakage[] = [
  {
    field: 'BT-27',
    rule: 'BR-06',
    also: /^UBL-SR-(19|20|21)$/,
    breaks: on('seller', (seller) => without(seller, 'name')),
  },
  { field: 'BT-44', rule: 'BR-07', breaks: on('buyer', (buyer) => without(buyer, 'name')) },
  {
    field: 'BG-5',
    rule: 'BR-08',
    also: /^BR-09$/,
    breaks: on('seller', (seller) => without(seller, 'address')),
  },
  {
    field: 'BT-40',
    rule: 'BR-09',
    also: /^BR-B-01$/,
    breaks: on('seller', ({ address, ...seller }) => ({ ...seller, address: addressOnly(address) })),
  },
  {
    field: 'BG-8',
    rule: 'BR-10',
    also: /^BR-11$/,
    breaks: on('buyer', (buyer) => without(buyer, 'address')),
  },
  {
    field: 'BT-31',
    rule: 'BR-CO-09',
    breaks: on('seller', (seller) =>
      seller.vatIdentifier ? { ...seller, vatIdentifier: '96000125' } : undefined,
    ),
  },
  {
    field: 'BT-34-1',
    rule: 'BR-62',
    breaks: on('seller', ({ electronicAddress, ...seller }) =>
      electronicAddress ? { ...seller, electronicAddress: { value: electronicAddress.value } } : undefined,
    ),
  },
  {
    field: 'BT-49-1',
    rule: 'BR-63',
    breaks: on('buyer', ({ electronicAddress, ...buyer }) =>
      electronicAddress ? { ...buyer, electronicAddress: { value: electronicAddress.value } } : undefined,
    ),
  },
  {
    field: 'BT-59',
    rule: 'BR-17',
    also: /^UBL-SR-(19|20|21)$/,
    breaks: on('payee', (payee) => without(payee, 'name')),
  },
  { field: 'BT-62', rule: 'BR-18', breaks: on('taxRepresentative', (party) => without(party, 'name')) },
  {
    field: 'BG-12',
    rule: 'BR-19',
    also: /^BR-20$/,
    breaks: on('taxRepresentative', (party) => without(party, 'address')),
  },
  {
    field: 'BT-63',
    rule: 'BR-56',
    breaks: on('taxRepresentative', (party) => without(party, 'vatIdentifier')),
  },
  {
    field: 'BT-80',
    rule: 'BR-57',
    also: /^BR-IC-12$/,
    breaks: on('delivery', ({ address, ...delivery }) =>
      address ? { ...delivery, address: addressOnly(address) } : undefined,
    ),
  },
];

const sums: readonly Breakage[] = [
  {
    field: 'BT-106',
    rule: 'BR-CO-10',
    also: /^BR-CO-13$/,
    breaks: on('totals', (totals) => ({ ...totals, lines: more(totals.lines) })),
  },
  {
    field: 'BT-107',
    rule: 'BR-CO-11',
    also: /^BR-CO-13$/,
    breaks: on('totals', (totals) =>
      totals.allowances ? { ...totals, allowances: more(totals.allowances) } : undefined,
    ),
  },
  {
    field: 'BT-108',
    rule: 'BR-CO-12',
    also: /^BR-CO-13$/,
    breaks: on('totals', (totals) =>
      totals.charges ? { ...totals, charges: more(totals.charges) } : undefined,
    ),
  },
  {
    field: 'BT-109',
    rule: 'BR-CO-13',
    also: /^BR-CO-15$/,
    breaks: on('totals', (totals) => ({ ...totals, taxExclusive: more(totals.taxExclusive) })),
  },
  {
    field: 'BT-110',
    rule: 'BR-CO-14',
    also: /^BR-CO-15$/,
    breaks: on('totals', (totals) => ({ ...totals, vat: more(totals.vat) })),
  },
  {
    field: 'BT-112',
    rule: 'BR-CO-15',
    also: /^BR-CO-16$/,
    breaks: on('totals', (totals) => ({ ...totals, taxInclusive: more(totals.taxInclusive) })),
  },
  {
    field: 'BT-115',
    rule: 'BR-CO-16',
    breaks: on('totals', (totals) => ({ ...totals, due: totals.due?.plus(cent) ?? cent })),
  },
  {
    field: 'BT-106 absent',
    rule: 'BR-12',
    also: /^BR-CO-1[03]$/,
    breaks: on('totals', (totals) => without(totals, 'lines')),
  },
  {
    field: 'BT-109 absent',
    rule: 'BR-13',
    also: /^BR-CO-1[35]$/,
    breaks: on('totals', (totals) => without(totals, 'taxExclusive')),
  },
  {
    field: 'BT-112 absent',
    rule: 'BR-14',
    also: /^BR-CO-1[56]$/,
    breaks: on('totals', (totals) => without(totals, 'taxInclusive')),
  },
  {
    field: 'BT-115 absent',
    rule: 'BR-15',
    also: /^BR-CO-16$/,
    breaks: on('totals', (totals) => without(totals, 'due')),
  },
  {
    field: 'BT-115, three decimals',
    rule: 'BR-DEC-18',
    also: /^(BR-CO-16|UBL-DT-01)$/,
    breaks: on('totals', (totals) => ({ ...totals, due: Decimal.of(`${totals.due}1`) })),
  },
  {
    field: 'BT-117 of rate S',
    rule: 'BR-S-09',
    also: /^BR-CO-1[47]$/,
    breaks: on(
      'vatBreakdown',
      onFirst((entry) =>
        entry.category === 'S' ? { ...entry, taxAmount: more(entry.taxAmount) } : undefined,
      ),
    ),
  },
  {
    field: 'BT-116 of rate S',
    rule: 'BR-S-08',
    also: /^BR-(CO-17|S-09)$/,
    breaks: on(
      'vatBreakdown',
      onFirst((entry) =>
        entry.category === 'S' ? { ...entry, taxableAmount: more(more(entry.taxableAmount)) } : undefined,
      ),
    ),
  },
];

const lines: readonly Breakage[] = [
  { field: 'BT-126', rule: 'BR-21', breaks: onLine((line) => without(line, 'id')) },
  { field: 'BT-129', rule: 'BR-22', also: /^BR-23$/, breaks: onLine((line) => without(line, 'quantity')) },
  { field: 'BT-130', rule: 'BR-23', breaks: onLine((line) => without(line, 'unit')) },
  {
    field: 'BT-131',
    rule: 'BR-24',
    also: /^BR-(CO-10|[A-Z]+-08)$/,
    breaks: onLine((line) => without(line, 'netAmount')),
  },
  {
    field: 'BT-153',
    rule: 'BR-25',
    breaks: onLine((line) => ({ ...line, item: { ...line.item, name: '' } })),
  },
  {
    field: 'BT-146',
    rule: 'BR-26',
    also: /^(BR-27|CII-SR-439)$/,
    breaks: onLine((line) => {
      const price = without(line.price, 'net');
      return price && { ...line, price };
    }),
  },
  {
    field: 'BT-146, negative',
    rule: 'BR-27',
    breaks: onLine((line) => ({ ...line, price: { ...line.price, net: Decimal.of('-1') } })),
  },
  {
    field: 'BT-148, negative',
    rule: 'BR-28',
    breaks: onLine((line) =>
      line.price.gross ? { ...line, price: { ...line.price, gross: Decimal.of('-1') } } : undefined,
    ),
  },
  {
    field: 'BT-151',
    rule: 'BR-CO-04',
    also: /^BR-[A-Z]+-(01|08)$|^BR-CO-18$|^UBL-SR-48$/,
    breaks: onLine(({ vatCategory: _, vatRate: __, ...line }) => line),
  },
  {
    field: 'BT-135',
    rule: 'BR-30',
    breaks: onLine((line) =>
      line.period ? { ...line, period: { ...line.period, end: '2026-01-31' } } : undefined,
    ),
  },
  {
    field: 'BT-139 and BT-140',
    rule: 'BR-42',
    also: /^BR-CO-23$/,
    breaks: onLine((line) => {
      const allowances = onFirst<InvoiceLine['allowances'][number]>(
        ({ reason: _, reasonCode: __, ...rest }) => rest,
      )(line.allowances);
      return allowances && { ...line, allowances };
    }),
  },
  {
    field: 'BT-157-1',
    rule: 'BR-64',
    also: /^CII-SR-046$/,
    breaks: onLine((line) =>
      line.item.standardIdentifier
        ? { ...line, item: { ...line.item, standardIdentifier: { value: '3000000000014' } } }
        : undefined,
    ),
  },
  {
    field: 'BT-158-1',
    rule: 'BR-65',
    breaks: onLine((line) => {
      const classifications = onFirst<InvoiceLine['item']['classifications'][number]>(({ code }) => ({
        code,
      }))(line.item.classifications);
      return classifications && { ...line, item: { ...line.item, classifications } };
    }),
  },
];

const allowances: readonly Breakage[] = [
  {
    field: 'BT-97 and BT-98',
    rule: 'BR-33',
    also: /^BR-CO-21$/,
    breaks: on(
      'allowances',
      onFirst(({ reason: _, reasonCode: __, ...rest }) => rest),
    ),
  },
  {
    field: 'BT-104 and BT-105',
    rule: 'BR-38',
    also: /^BR-CO-22$/,
    breaks: on(
      'charges',
      onFirst(({ reason: _, reasonCode: __, ...rest }) => rest),
    ),
  },
  {
    field: 'BT-92',
    rule: 'BR-31',
    also: /^BR-(CO-11|[A-Z]+-08)$/,
    breaks: on(
      'allowances',
      onFirst((entry) => without(entry, 'amount')),
    ),
  },
  {
    field: 'BT-99',
    rule: 'BR-36',
    also: /^BR-(CO-12|[A-Z]+-08)$/,
    breaks: on(
      'charges',
      onFirst((entry) => without(entry, 'amount')),
    ),
  },
];

const exemption = (category: string, rule: string): Breakage => ({
  field: `BT-120 and BT-121 of category ${category}`,
  rule,
  breaks: on(
    'vatBreakdown',
    onFirst((entry) => {
      const { exemptionReason: _, exemptionReasonCode: __, ...rest } = entry;
      return entry.category === category ? rest : undefined;
    }),
  ),
});

const vat: readonly Breakage[] = [
  exemption('E', 'BR-E-10'),
  exemption('AE', 'BR-AE-10'),
  exemption('K', 'BR-IC-10'),
  exemption('G', 'BR-G-10'),
  exemption('O', 'BR-O-10'),
  {
    field: 'BT-120 where there is no exemption',
    rule: 'BR-S-10',
    breaks: on(
      'vatBreakdown',
      onFirst((entry) => (entry.category === 'S' ? { ...entry, exemptionReason: 'Aucune' } : undefined)),
    ),
  },
  {
    field: 'BT-152 of rate S',
    rule: 'BR-S-05',
    also: /^BR-S-(01|08|09)$/,
    breaks: onLine((line) => (line.vatCategory === 'S' ? { ...line, vatRate: Decimal.zero } : undefined)),
  },
  {
    field: 'BT-152 of category E',
    rule: 'BR-E-05',
    also: /^BR-E-08$/,
    breaks: onLine((line) => (line.vatCategory === 'E' ? { ...line, vatRate: Decimal.of('20') } : undefined)),
  },
  {
    field: 'BT-152 of category O',
    rule: 'BR-O-05',
    also: /^BR-O-08$/,
    breaks: onLine((line) => (line.vatCategory === 'O' ? { ...line, vatRate: Decimal.zero } : undefined)),
  },
  {
    field: 'BT-48 beside category O',
    rule: 'BR-O-02',
    also: /^BR-O-0[34]$/,
    breaks: (invoice) =>
      invoice.lines[0]?.vatCategory === 'O'
        ? { ...invoice, buyer: { ...invoice.buyer, vatIdentifier: 'DE123456789' } }
        : undefined,
  },
];

const codes: readonly Breakage[] = [
  {
    field: 'BT-3, no such type',
    rule: 'BR-CL-01',
    breaks: (invoice) => ({ ...invoice, typeCode: '9' }),
  },
  {
    field: 'BT-40, no such country',
    rule: 'BR-CL-14',
    also: /^BR-B-01$/,
    breaks: on('seller', ({ address, ...seller }) => ({ ...seller, address: { ...address, country: 'XX' } })),
  },
  {
    field: 'BT-81, no such means',
    rule: 'BR-CL-16',
    also: /^(UBL-SR-47|CII-SR-467|BR-61)$/,
    breaks: on('payments', (payments) =>
      payments.length > 0 ? payments.map((payment) => ({ ...payment, meansCode: '999' })) : undefined,
    ),
  },
  {
    field: 'BT-130, no such unit',
    rule: 'BR-CL-23',
    breaks: onLine((line) => ({ ...line, unit: 'BOX' })),
  },
  {
    field: 'BT-21, no such subject',
    rule: 'BR-CL-08',
    breaks: on(
      'notes',
      onFirst((note) => (note.subjectCode ? { ...note, subjectCode: 'QQQ' } : undefined)),
    ),
  },
  {
    field: 'BT-98, no such reason',
    rule: 'BR-CL-19',
    breaks: on(
      'allowances',
      onFirst((entry) => (entry.reasonCode ? { ...entry, reasonCode: 'ZZ' } : undefined)),
    ),
  },
  {
    field: 'BT-105, no such reason',
    rule: 'BR-CL-20',
    breaks: on(
      'charges',
      onFirst((entry) => (entry.reasonCode ? { ...entry, reasonCode: '0' } : undefined)),
    ),
  },
  {
    field: 'BT-158-1, no such list',
    rule: 'BR-CL-13',
    breaks: onLine((line) => {
      const classifications = onFirst<InvoiceLine['item']['classifications'][number]>((entry) => ({
        ...entry,
        list: 'QQQ',
      }))(line.item.classifications);
      return classifications && { ...line, item: { ...line.item, classifications } };
    }),
  },
  {
    field: 'BT-125-1, no such medium',
    rule: 'BR-CL-24',
    breaks: on(
      'supportingDocuments',
      onFirst((entry) =>
        entry.attachment
          ? { ...entry, attachment: { ...entry.attachment, mediaType: 'application/zip' } }
          : undefined,
      ),
    ),
  },
];

/** One entry for each field; the rule that owns it is among the faults, and no rule that has nothing to do with it. */
export const breakages: readonly Breakage[] = [
  ...header,
  ...parties,
  ...sums,
  ...lines,
  ...allowances,
  ...vat,
  ...codes,
];
