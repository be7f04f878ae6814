import type { Decimal } from '../../amount/decimal.js';
import type { Invoice } from '../../invoice/invoice.js';
import { eachAllowance, eachCharge, eachLine, eachVatBreakdown } from '../places.js';
import { exists, figures } from '../presence.js';
import { isUbl, type Judged, type Rule, type RuleContext, rule, ruleOfEach } from '../rule.js';
import { type RequiredIdentifiers, type VatFamily, vatFamilies } from './vat-families.js';

const countBreakdowns = ({ vatBreakdown }: Invoice, category: string): number =>
  vatBreakdown.filter((breakdown) => breakdown.category === category).length;

/** How the category's use in lines, allowances and charges must show in the breakdown. */
const isBrokenDown = (family: VatFamily, { invoice, sums, context }: Judged): boolean => {
  const { lineCount, allowanceCount, chargeCount } = sums.ofCategory(family.category);
  const besidesLines = allowanceCount + chargeCount;
  const used = lineCount + besidesLines;
  const breakdowns = countBreakdowns(invoice, family.category);
  if (isUbl(context)) {
    return family.breakdowns === 'perRate'
      ? used > 0 === breakdowns > 0
      : breakdowns === 1 || (breakdowns === 0 && used === 0);
  }
  if (family.breakdowns === 'perRate') {
    // CII adds uses and breakdowns up: two lines of the category pass without any breakdown.
    const isEnough = (uses: number): boolean => uses === 0 || uses + breakdowns >= 2;
    return isEnough(lineCount) && isEnough(besidesLines);
  }
  if (breakdowns === 0) return used === 0 || family.category === 'O';
  return breakdowns === 1 && used > 0;
};

const breakdownPresence = (family: VatFamily): Rule =>
  rule({
    id: `BR-${family.prefix}-01`,
    terms: ['BG-23', 'BT-118', 'BT-151', 'BT-95', 'BT-102'],
    path: 'vatBreakdown',
    holds: (judged) => isBrokenDown(family, judged),
    values: () => ({ category: family.category }),
  });

const hasIdentifiers: Record<RequiredIdentifiers, (invoice: Invoice) => boolean> = {
  seller: ({ seller, taxRepresentative }) =>
    exists(seller.vatIdentifier) ||
    exists(seller.taxRegistration) ||
    exists(taxRepresentative?.vatIdentifier),
  sellerAndBuyer: (invoice) =>
    hasIdentifiers.seller(invoice) &&
    (exists(invoice.buyer.vatIdentifier) || exists(invoice.buyer.legalRegistration)),
  vatOfSeller: ({ seller, taxRepresentative }) =>
    exists(seller.vatIdentifier) || exists(taxRepresentative?.vatIdentifier),
  vatOfBoth: (invoice) => hasIdentifiers.vatOfSeller(invoice) && exists(invoice.buyer.vatIdentifier),
  noVat: (invoice) => !hasIdentifiers.vatOfSeller(invoice) && !exists(invoice.buyer.vatIdentifier),
};

const identifierTerms: Record<RequiredIdentifiers, readonly string[]> = {
  seller: ['BT-31', 'BT-32', 'BT-63'],
  sellerAndBuyer: ['BT-31', 'BT-32', 'BT-63', 'BT-48', 'BT-47'],
  vatOfSeller: ['BT-31', 'BT-63'],
  vatOfBoth: ['BT-31', 'BT-63', 'BT-48'],
  noVat: ['BT-31', 'BT-63', 'BT-48'],
};

const uses = {
  '02': ({ sums }: Judged, category: string) => sums.ofCategory(category).lineCount,
  '03': ({ sums }: Judged, category: string) => sums.ofCategory(category).allowanceCount,
  '04': ({ sums }: Judged, category: string) => sums.ofCategory(category).chargeCount,
};

const identifiersFor = (family: VatFamily): Rule[] =>
  Object.entries(uses).map(([number, countIn]) =>
    rule({
      id: `BR-${family.prefix}-${number}`,
      terms: identifierTerms[family.identifiers],
      path: 'seller.vatIdentifier',
      holds: (judged) =>
        countIn(judged, family.category) === 0 || hasIdentifiers[family.identifiers](judged.invoice),
      values: () => ({ category: family.category }),
    }),
  );

const rateHolds = (
  { rate: demand, category }: VatFamily,
  rate: Decimal | undefined,
  context: RuleContext,
) => {
  if (demand === 'absent') return rate === undefined;
  if (!rate) return false;
  if (demand === 'zero') return rate.isZero();
  // L may have a rate of 0 in UBL and not in CII.
  const zeroAllowed = demand === 'notNegative' && (category !== 'L' || isUbl(context));
  return !rate.isNegative() && (zeroAllowed || !rate.isZero());
};

const places = {
  '05': { each: eachLine, terms: ['BT-152', 'BT-151'] },
  '06': { each: eachAllowance, terms: ['BT-96', 'BT-95'] },
  '07': { each: eachCharge, terms: ['BT-103', 'BT-102'] },
};

const rates = (family: VatFamily): Rule[] =>
  Object.entries(places).map(([number, { each, terms }]) =>
    ruleOfEach<{ readonly vatCategory?: string; readonly vatRate?: Decimal; readonly id?: string }>({
      id: `BR-${family.prefix}-${number}`,
      terms,
      each,
      path: 'vatRate',
      holds: ({ vatCategory, vatRate }, { context }) =>
        vatCategory !== family.category || rateHolds(family, vatRate, context),
      values: ({ vatRate, id }) => figures({ found: vatRate, line: id, category: family.category }),
    }),
  );

const exemptionReason = (family: VatFamily): Rule =>
  ruleOfEach({
    id: `BR-${family.prefix}-10`,
    terms: ['BT-120', 'BT-121'],
    each: eachVatBreakdown,
    path: 'exemptionReason',
    holds: ({ category, exemptionReason: reason, exemptionReasonCode: code }) =>
      category !== family.category ||
      (exists(reason) || exists(code)) === (family.exemptionReason === 'required'),
    values: ({ category }) => figures({ category }),
  });

const hasCategory = ({ invoice }: Judged, category: string): boolean =>
  countBreakdowns(invoice, category) > 0;

const deliveryOrPeriod = rule({
  id: 'BR-IC-11',
  terms: ['BT-72', 'BG-14'],
  path: 'delivery.date',
  holds: (judged) => {
    const { delivery, period, vatPointDateCode } = judged.invoice;
    const periodIsFilled =
      exists(period?.start) || exists(period?.end) || (isUbl(judged.context) && exists(vatPointDateCode));
    return !hasCategory(judged, 'K') || exists(delivery?.date) || periodIsFilled;
  },
});

const deliveryCountry = rule({
  id: 'BR-IC-12',
  terms: ['BT-80'],
  path: 'delivery.address.country',
  holds: (judged) => {
    const country = judged.invoice.delivery?.address?.country;
    return !hasCategory(judged, 'K') || (country !== undefined && country.trim() !== '');
  },
});

const isOther = (category: string | undefined): boolean => category !== undefined && category !== 'O';

const onlyO = (
  id: string,
  term: string,
  path: string,
  others: (invoice: Invoice, isCii: boolean) => boolean,
) =>
  rule({
    id,
    terms: [term, 'BT-118'],
    path,
    holds: (judged) => !hasCategory(judged, 'O') || !others(judged.invoice, !isUbl(judged.context)),
  });

const otherBreakdowns = ({ vatBreakdown }: Invoice) => vatBreakdown.some(({ category }) => isOther(category));
const otherLines = ({ lines }: Invoice) => lines.some(({ vatCategory }) => isOther(vatCategory));
const otherAllowances = ({ allowances }: Invoice) =>
  allowances.some(({ vatCategory }) => isOther(vatCategory));
const otherCharges = ({ charges }: Invoice) => charges.some(({ vatCategory }) => isOther(vatCategory));

/** « Not subject to VAT » stands alone. CII looks at lines and breakdowns together, at allowances and charges too. */
const notSubjectToVatStandsAlone: readonly Rule[] = [
  onlyO(
    'BR-O-11',
    'BG-23',
    'vatBreakdown',
    (invoice, isCii) => otherBreakdowns(invoice) || (isCii && otherLines(invoice)),
  ),
  onlyO(
    'BR-O-12',
    'BT-151',
    'lines',
    (invoice, isCii) => otherLines(invoice) || (isCii && otherBreakdowns(invoice)),
  ),
  onlyO(
    'BR-O-13',
    'BT-95',
    'allowances',
    (invoice, isCii) => otherAllowances(invoice) || (isCii && otherCharges(invoice)),
  ),
  onlyO(
    'BR-O-14',
    'BT-102',
    'charges',
    (invoice, isCii) => otherCharges(invoice) || (isCii && otherAllowances(invoice)),
  ),
];

const usesCategory = (judged: Judged, category: string): boolean => {
  const { lineCount, allowanceCount, chargeCount } = judged.sums.ofCategory(category);
  return lineCount + allowanceCount + chargeCount > 0 || hasCategory(judged, category);
};

/** Every country code of the document: addresses and the origin of items. */
const countriesOf = ({ seller, buyer, taxRepresentative, delivery, lines }: Invoice): string[] =>
  [
    ...[seller, buyer, taxRepresentative, delivery].map((owner) => owner?.address?.country),
    ...lines.map(({ item }) => item.originCountry),
  ].filter((country) => country !== undefined);

const splitPaymentInItalyOnly = rule({
  id: 'BR-B-01',
  terms: ['BT-118', 'BT-151', 'BT-95', 'BT-102'],
  path: 'vatBreakdown',
  holds: (judged) =>
    !usesCategory(judged, 'B') || countriesOf(judged.invoice).every((country) => country === 'IT'),
});

const splitPaymentWithoutStandardRate = rule({
  id: 'BR-B-02',
  terms: ['BT-118', 'BT-151', 'BT-95', 'BT-102'],
  path: 'vatBreakdown',
  holds: (judged) => !usesCategory(judged, 'B') || !usesCategory(judged, 'S'),
});

/** VAT category by category: breakdown, identifiers, rates and exemption reasons. */
export const vatCategoryRules: readonly Rule[] = [
  ...vatFamilies.flatMap((family) => [
    breakdownPresence(family),
    ...identifiersFor(family),
    ...rates(family),
    exemptionReason(family),
  ]),
  deliveryOrPeriod,
  deliveryCountry,
  ...notSubjectToVatStandsAlone,
  splitPaymentInItalyOnly,
  splitPaymentWithoutStandardRate,
];
