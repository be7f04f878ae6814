import { Decimal } from '../amount/decimal.js';
import type {
  DocumentAllowanceCharge,
  Invoice,
  InvoiceLine,
  PaymentInstruction,
  SupportingDocument,
  Totals,
  VatBreakdown,
} from '../invoice/invoice.js';
import { randomLine, randomReason, randomShare, type VatRate } from './random-lines.js';
import { type PartyNeeds, randomAddress, randomParties, words } from './random-parties.js';
import { SeededChoices } from './seeded-choices.js';

/**
 * A valid invoice or credit note that a seed gives again: right sums, any VAT category, every optional term there or
 * not, sometimes two currencies. It keeps to what UBL and CII can both hold, so that neither loses a term of it.
 */
export const randomInvoice = (seed: number): Invoice => {
  const choices = new SeededChoices(seed);
  const scheme = randomVatScheme(choices);
  const lines = choices.some(1, 5, (index) => randomLine(choices, index, pickRate(choices, scheme)));
  const used = ratesOf(lines);
  const allowances = choices.some(0, 2, () => randomAllowance(choices, used, '95'));
  const charges = choices.some(0, 2, () => randomAllowance(choices, used, 'FC'));
  const vatBreakdown = used.map((rate) => breakdownOf(choices, rate, { lines, allowances, charges }));
  const currencies = choices.happens(0.3)
    ? { currency: 'USD', vatCurrency: 'EUR' }
    : { currency: choices.one('EUR', 'CHF') };
  const payments = randomPayments(choices);
  return {
    ...randomHeader(choices, payments.length > 0),
    ...currencies,
    ...randomParties(choices, scheme.needs),
    ...randomDelivery(choices, scheme),
    payments,
    allowances,
    charges,
    lines,
    vatBreakdown,
    totals: {
      ...randomTotals(choices, { lines, allowances, charges, vatBreakdown }),
      ...('vatCurrency' in currencies ? { vatInVatCurrency: Decimal.of('12.34') } : {}),
    },
    supportingDocuments: choices.some(0, 2, (index) => randomDocument(choices, index)),
  };
};

/** Categories that may stand in one invoice together, and what they ask of it. */
interface VatScheme {
  readonly rates: readonly [VatRate, ...VatRate[]];
  readonly needs: PartyNeeds;
  readonly isWithinTheUnion: boolean;
}

const rated = (vatCategory: string, rate: string): VatRate => ({ vatCategory, vatRate: Decimal.of(rate) });

const randomVatScheme = (choices: SeededChoices): VatScheme => {
  const ordinary = [rated('S', '20'), rated('S', '10.00'), rated('S', '5.5'), rated('Z', '0')] as const;
  const zero = choices.one('E', 'AE', 'K', 'G');
  return choices.one<VatScheme>(
    { rates: ordinary, needs: { country: 'FR', vatIdentifiers: 'ofSeller' }, isWithinTheUnion: false },
    {
      // As often as all ordinary rates together.
      rates: [...ordinary, ...ordinary.map(() => rated(zero, '0')), rated('L', '7'), rated('M', '4')],
      needs: { country: 'FR', vatIdentifiers: 'ofBoth' },
      isWithinTheUnion: zero === 'K',
    },
    {
      rates: [{ vatCategory: 'O' }],
      needs: { country: 'FR', vatIdentifiers: 'never' },
      isWithinTheUnion: false,
    },
    {
      rates: [rated('B', '22')],
      needs: { country: 'IT', vatIdentifiers: 'ofSeller' },
      isWithinTheUnion: false,
    },
  );
};

const pickRate = (choices: SeededChoices, { rates }: VatScheme): VatRate => choices.one(...rates);

const keyOf = ({ vatCategory, vatRate }: Partial<VatRate>): string => `${vatCategory} ${vatRate ?? ''}`;

const ratesOf = (lines: readonly InvoiceLine[]): readonly [VatRate, ...VatRate[]] => {
  const rates = lines.map(({ vatCategory = '', vatRate }) => ({ vatCategory, ...(vatRate && { vatRate }) }));
  const [first, ...others] = [...new Map(rates.map((rate) => [keyOf(rate), rate])).values()];
  if (!first) throw new TypeError('an invoice without lines has no VAT');
  return [first, ...others];
};

const randomAllowance = (
  choices: SeededChoices,
  used: readonly [VatRate, ...VatRate[]],
  reasonCode: string,
): DocumentAllowanceCharge => ({
  ...randomShare(choices),
  ...choices.one(...used),
  ...randomReason(choices, reasonCode),
});

type Parts = Pick<Invoice, 'lines' | 'allowances' | 'charges'>;

const breakdownOf = (
  choices: SeededChoices,
  rate: VatRate,
  { lines, allowances, charges }: Parts,
): VatBreakdown => {
  const of = <Part extends Partial<VatRate>>(parts: readonly Part[]): Part[] =>
    parts.filter((part) => keyOf(part) === keyOf(rate));
  const taxableAmount = sum(of(lines).map(({ netAmount }) => netAmount))
    .minus(sum(of(allowances).map(({ amount }) => amount)))
    .plus(sum(of(charges).map(({ amount }) => amount)))
    .rounded();
  return {
    taxableAmount,
    taxAmount: taxableAmount.times(rate.vatRate ?? Decimal.zero).dividedBy(Decimal.of(100), 2),
    category: rate.vatCategory,
    ...(rate.vatRate && { rate: rate.vatRate }),
    ...randomExemption(choices, rate.vatCategory),
  };
};

const exemptions: Readonly<Record<string, string>> = {
  E: 'VATEX-EU-132',
  AE: 'VATEX-EU-AE',
  K: 'VATEX-EU-IC',
  G: 'VATEX-EU-G',
  O: 'VATEX-EU-O',
};

const randomExemption = (choices: SeededChoices, category: string): Partial<VatBreakdown> => {
  const code = exemptions[category];
  if (code === undefined) return {};
  return choices.happens()
    ? { exemptionReasonCode: code }
    : { exemptionReason: words(choices), ...choices.maybe('exemptionReasonCode', () => code) };
};

const randomTotals = (
  choices: SeededChoices,
  { lines, allowances, charges, vatBreakdown }: Parts & Pick<Invoice, 'vatBreakdown'>,
): Totals => {
  const net = sum(lines.map(({ netAmount }) => netAmount)).rounded();
  const less = sum(allowances.map(({ amount }) => amount)).rounded();
  const more = sum(charges.map(({ amount }) => amount)).rounded();
  const taxExclusive = net.minus(less).plus(more);
  const vat = sum(vatBreakdown.map(({ taxAmount }) => taxAmount)).rounded();
  const taxInclusive = taxExclusive.plus(vat);
  const paid = choices.maybe('paid', () => Decimal.of('10.00'));
  const rounding = choices.maybe('rounding', () => Decimal.of('-0.03'));
  return {
    lines: net,
    ...(allowances.length > 0 ? { allowances: less } : {}),
    ...(charges.length > 0 ? { charges: more } : {}),
    taxExclusive,
    vat,
    taxInclusive,
    ...paid,
    ...rounding,
    due: taxInclusive.minus(paid.paid ?? Decimal.zero).plus(rounding.rounding ?? Decimal.zero),
  };
};

const sum = (amounts: readonly (Decimal | undefined)[]): Decimal =>
  Decimal.sum(amounts.map((amount) => amount ?? Decimal.zero));

const reference = (choices: SeededChoices, start: string): string =>
  `${start}-${choices.between(1, 9_999)}/${choices.one('A', 'é', '&')}`;

type Header = Omit<
  Invoice,
  | 'seller'
  | 'buyer'
  | 'payments'
  | 'allowances'
  | 'charges'
  | 'totals'
  | 'vatBreakdown'
  | 'lines'
  | 'supportingDocuments'
>;

const randomHeader = (choices: SeededChoices, isPaidByInstruction: boolean): Header => {
  const isCredit = choices.happens(0.3);
  return {
    number: reference(choices, 'F'),
    issueDate: '2026-03-02',
    typeCode: isCredit ? choices.one('381', '396', '261') : choices.one('380', '384', '389', '386'),
    specification: 'urn:cen.eu:en16931:2017',
    ...choices.maybe('businessProcess', () => choices.one('A1', 'S1')),
    // A UBL credit note has its due date in the payment means.
    ...(isCredit && !isPaidByInstruction ? {} : choices.maybe('dueDate', () => '2026-04-21')),
    ...choices.maybe('paymentTerms', () => words(choices)),
    ...choices.maybe('buyerAccountingReference', () => words(choices)),
    notes: choices.some(0, 3, () => ({
      ...choices.maybe('subjectCode', () => choices.one('AAI', 'SUR', 'PMT', 'ABL')),
      text: words(choices),
    })),
    precedingInvoices: choices.some(0, 2, () => ({
      number: reference(choices, 'F'),
      ...choices.maybe('issueDate', () => '2026-01-31'),
    })),
    ...randomReferences(choices),
  };
};

const randomReferences = (choices: SeededChoices): Partial<Invoice> => ({
  ...choices.maybe('buyerReference', () => words(choices)),
  ...choices.maybe('projectReference', () => reference(choices, 'P')),
  ...choices.maybe('contractReference', () => reference(choices, 'M')),
  // The schema of UBL wants the buyer's order beside the seller's.
  ...(choices.happens()
    ? {
        purchaseOrderReference: reference(choices, 'EJ'),
        ...choices.maybe('salesOrderReference', () => 'CV-1'),
      }
    : {}),
  ...choices.maybe('receivingAdviceReference', () => reference(choices, 'BR')),
  ...choices.maybe('despatchAdviceReference', () => reference(choices, 'BL')),
  ...choices.maybe('tenderReference', () => reference(choices, 'LOT')),
  ...choices.maybe('invoicedObject', () => ({
    value: reference(choices, 'OBJ'),
    ...choices.maybe('scheme', () => 'ABZ'),
  })),
});

const randomDelivery = (
  choices: SeededChoices,
  { isWithinTheUnion, needs }: VatScheme,
): Pick<Invoice, 'delivery' | 'period' | 'vatPointDate' | 'vatPointDateCode'> => ({
  ...(isWithinTheUnion || choices.happens()
    ? {
        delivery: {
          date: '2026-02-27',
          ...choices.maybe('partyName', () => words(choices)),
          ...choices.maybe('location', () => ({ value: 'QUAI-3', ...choices.maybe('scheme', () => '0088') })),
          ...(isWithinTheUnion || choices.happens()
            ? { address: randomAddress(choices, isWithinTheUnion ? 'DE' : needs.country) }
            : {}),
        },
      }
    : {}),
  ...randomPeriod(choices),
});

/** A period, the day VAT falls due as a date or as a code, which UBL writes inside the period. */
const randomPeriod = (
  choices: SeededChoices,
): Pick<Invoice, 'period' | 'vatPointDate' | 'vatPointDateCode'> => {
  const period = { start: '2026-02-01', ...choices.maybe('end', () => '2026-02-28') };
  return choices.one(
    {},
    { period },
    { period, vatPointDateCode: choices.one('3', '35', '432') },
    { vatPointDateCode: choices.one('3', '35', '432') },
    { vatPointDate: '2026-02-28' },
  );
};

/** All with the same means and text, as the norm knows one instruction with several accounts. */
const randomPayments = (choices: SeededChoices): PaymentInstruction[] => {
  const remittance = choices.maybe('remittanceInformation', () => reference(choices, 'RF'));
  const named = choices.maybe('meansText', () => words(choices));
  const first = choices.one<PaymentInstruction[]>(
    [],
    [
      { meansCode: '58', creditTransfer: { account: 'FR7630001007941234567890185' } },
      {
        meansCode: '58',
        creditTransfer: { account: 'COMPTE 12/34', accountName: words(choices), serviceProvider: 'AGRIFRPP' },
      },
    ],
    [
      {
        meansCode: '48',
        card: { lastDigits: '123456', ...choices.maybe('holderName', () => words(choices)) },
      },
    ],
    [
      {
        meansCode: '59',
        directDebit: {
          mandateReference: 'MANDAT-1',
          creditorIdentifier: 'FR98ZZZ123456',
          debitedAccount: 'FR7630001007941234567890185',
        },
      },
    ],
  );
  return first.map((payment, index) => ({ ...payment, ...remittance, ...(index === 0 ? named : {}) }));
};

const randomDocument = (choices: SeededChoices, index: number): SupportingDocument => ({
  reference: `PJ-${index}`,
  ...choices.maybe('description', () => words(choices)),
  ...choices.maybe('externalLocation', () => 'https://example.org/plan?a=1&b=2'),
  ...choices.maybe('attachment', () => ({
    contentBase64: 'RGV0YWls',
    mediaType: choices.one('text/csv', 'application/pdf'),
    fileName: 'détail & plan.csv',
  })),
});
