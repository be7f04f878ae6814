import type { Decimal } from '../../amount/decimal.js';
import type { Invoice } from '../../invoice/invoice.js';
import type { Place } from '../place.js';
import { eachAllowance, eachCharge, eachLine } from '../places.js';
import { exists, figures } from '../presence.js';
import { isUbl, type Judged, type Rule, rule, ruleOfEach } from '../rule.js';
import type { TaxElsewhere } from '../written-file.js';
import { besides, countriesElsewhere } from './elsewhere.js';
import { isFilled } from './periods.js';
import {
  breakdownsOf,
  isUsed,
  type RequiredIdentifiers,
  type VatFamily,
  vatFamilies,
} from './vat-families.js';
import { type Uses, usesByLetter, usesOfVat } from './vat-uses.js';

/** How the category's use in lines, allowances and charges must show in the breakdown. */
const isBrokenDown = (family: VatFamily, judged: Judged): boolean =>
  isUbl(judged.context) ? isBrokenDownInUbl(family, judged) : isBrokenDownInCii(family, judged);

const isBrokenDownInUbl = ({ category, breakdowns }: VatFamily, judged: Judged): boolean => {
  if (breakdowns === 'perRate') {
    const uses = (category === 'S' ? usesByLetter : usesOfVat)(judged, category);
    return uses.lines + besidesLines(uses) > 0 === uses.breakdowns > 0;
  }
  const uses = usesOfVat(judged, category);
  return uses.breakdowns === 1 || isNowhere(uses);
};

const besidesLines = ({ allowances, charges, unclear }: Uses): number => allowances + charges + unclear;

const isNowhere = (uses: Uses): boolean =>
  uses.lines + besidesLines(uses) + uses.breakdowns + uses.elsewhere === 0;

const isBrokenDownInCii = ({ category, breakdowns }: VatFamily, judged: Judged): boolean => {
  const uses = usesByLetter(judged, category);
  if (breakdowns === 'perRate') {
    // Uses and breakdowns are added up: two lines of the category pass without any breakdown.
    const isEnough = (count: number): boolean => count === 0 || count + uses.breakdowns >= 2;
    return isEnough(uses.lines) && isEnough(besidesLines(uses));
  }
  const used = uses.lines + besidesLines(uses);
  const count = usesOfVat(judged, category).breakdowns;
  if (count === 0) return used === 0 || category === 'O';
  return count === 1 && used > 0;
};

const breakdownPresence = (family: VatFamily): Rule =>
  rule({
    id: `BR-${family.prefix}-01`,
    terms: ['BG-23', 'BT-118', 'BT-151', 'BT-95', 'BT-102'],
    concerns: family.concerns,
    path: 'vatBreakdown',
    holds: (judged) => isBrokenDown(family, judged),
    values: (judged) => ({ category: family.category, ...howItDiffers(judged, family.category) }),
  });

/** What the sentence can say: a category that is used and not broken down, or the other way round, or twice. */
const howItDiffers = (judged: Judged, category: string): Readonly<Record<string, string>> => {
  const { lines, allowances, charges, breakdowns } = usesByLetter(judged, category);
  const used = lines + allowances + charges;
  if (used > 0 && breakdowns === 0) return { missing: String(used) };
  if (used === 0 && breakdowns > 0) return { unused: String(breakdowns) };
  return breakdowns > 1 ? { repeated: String(breakdowns) } : {};
};

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

/** Of rules that ask for a number of each, whose is missing where it is one of the two. */
const whoseIsMissing = (
  { identifiers }: VatFamily,
  invoice: Invoice,
): { readonly missing?: 'seller' | 'buyer' } => {
  const ofSeller = { sellerAndBuyer: hasIdentifiers.seller, vatOfBoth: hasIdentifiers.vatOfSeller };
  if (identifiers !== 'sellerAndBuyer' && identifiers !== 'vatOfBoth') return {};
  if (ofSeller[identifiers](invoice)) return { missing: 'buyer' };
  const { vatIdentifier, legalRegistration } = invoice.buyer;
  const buyer = vatIdentifier ?? (identifiers === 'sellerAndBuyer' ? legalRegistration : undefined);
  return exists(buyer) ? { missing: 'seller' } : {};
};

const identifierTerms: Record<RequiredIdentifiers, readonly string[]> = {
  seller: ['BT-31', 'BT-32', 'BT-63'],
  sellerAndBuyer: ['BT-31', 'BT-32', 'BT-63', 'BT-48', 'BT-47'],
  vatOfSeller: ['BT-31', 'BT-63'],
  vatOfBoth: ['BT-31', 'BT-63', 'BT-48'],
  noVat: ['BT-31', 'BT-63', 'BT-48'],
};

const kindsOfUse = { '02': 'lines', '03': 'allowances', '04': 'charges' } as const;

const identifiersFor = (family: VatFamily): Rule[] =>
  Object.entries(kindsOfUse).map(([number, kind]) => {
    const id = `BR-${family.prefix}-${number}`;
    return rule({
      id,
      terms: identifierTerms[family.identifiers],
      concerns: family.concerns,
      path: 'seller.vatIdentifier',
      holds: (judged) =>
        usesOfVat(judged, family.category)[kind] > 0
          ? hasIdentifiers[family.identifiers](judged.invoice)
          : !(asksByLetter.has(id) && isUbl(judged.context)) ||
            usesByLetter(judged, family.category)[kind] === 0,
      values: ({ invoice }) => ({ category: family.category, ...whoseIsMissing(family, invoice) }),
    });
  });

/** In UBL these fail where the category is used under another tax than VAT alone, whoever the seller is. */
const asksByLetter: ReadonlySet<string> = new Set(['BR-S-02', 'BR-G-03', 'BR-G-04']);

const rateHolds = (
  { rate: demand, category }: VatFamily,
  rate: Decimal | undefined,
  { context, file }: Judged,
  path: string,
) => {
  if (demand === 'absent') return !file.has(path, rate);
  if (!rate || (!isUbl(context) && file.isMinusZero(path, rate))) return false;
  if (demand === 'zero') return rate.isZero();
  // L may have a rate of 0 in UBL and not in CII.
  const zeroAllowed = demand === 'notNegative' && (category !== 'L' || isUbl(context));
  return !rate.isNegative() && (zeroAllowed || !rate.isZero());
};

interface Taxed {
  readonly vatCategory?: string | undefined;
  readonly vatRate?: Decimal | undefined;
  readonly id?: string;
}

/** The artefacts look at allowances and charges of lines and prices as well. */
const elsewhereOf =
  (kind: TaxElsewhere['of']) =>
  ({ file: { taxesElsewhere } }: Judged): readonly Place<Taxed>[] =>
    taxesElsewhere
      .filter(({ of, isVat }) => of === kind && isVat)
      .map(({ category, rate, path, location }) => ({
        item: { vatCategory: category, vatRate: rate },
        path,
        location,
      }));

const places = {
  '05': { each: eachLine, others: () => [], terms: ['BT-152', 'BT-151'] },
  '06': { each: eachAllowance, others: elsewhereOf('allowance'), terms: ['BT-96', 'BT-95'] },
  '07': { each: eachCharge, others: elsewhereOf('charge'), terms: ['BT-103', 'BT-102'] },
};

const rates = (family: VatFamily): Rule[] =>
  Object.entries(places).map(([number, { each, others, terms }]) =>
    ruleOfEach<Taxed>({
      id: `BR-${family.prefix}-${number}`,
      terms,
      concerns: family.concerns,
      each: (invoice, judged) => besides<Taxed>(each(invoice), others(judged)),
      path: 'vatRate',
      holds: ({ vatCategory, vatRate }, judged, path) =>
        vatCategory !== family.category ||
        !judged.file.isVat(path) ||
        rateHolds(family, vatRate, judged, `${path}.vatRate`),
      values: ({ vatRate, id }) => ({
        ...figures({ found: vatRate, line: id, category: family.category }),
        ...(vatRate ? {} : { absent: '' }),
      }),
    }),
  );

const exemptionReason = (family: VatFamily): Rule =>
  ruleOfEach({
    id: `BR-${family.prefix}-10`,
    terms: ['BT-120', 'BT-121'],
    concerns: family.concerns,
    each: (_, judged) => breakdownsOf(family, judged),
    path: 'exemptionReason',
    holds: ({ exemptionReason: reason, exemptionReasonCode: code }) =>
      (exists(reason) || exists(code)) === (family.exemptionReason === 'required'),
    values: ({ category }) => figures({ category }),
  });

const hasCategory = (judged: Judged, category: string): boolean => usesOfVat(judged, category).breakdowns > 0;

const usesSupplyWithinUnion = isUsed('K');

const deliveryOrPeriod = rule({
  id: 'BR-IC-11',
  terms: ['BT-72', 'BG-14'],
  concerns: usesSupplyWithinUnion,
  path: 'delivery.date',
  holds: (judged) => {
    if (!hasCategory(judged, 'K')) return true;
    const { file, context } = judged;
    const { delivery, period, vatPointDateCode } = judged.invoice;
    const date = file.text('delivery.date', delivery?.date);
    return (
      (isUbl(context) ? isLong(date) : file.has('delivery.date', delivery?.date)) ||
      (period !== undefined && isFilled(period, file, 'period')) ||
      (isUbl(context) && exists(vatPointDateCode))
    );
  },
});

/** UBL wants two characters, whatever they are. */
const isLong = (text = ''): boolean => text.length > 1;

const deliveryCountry = rule({
  id: 'BR-IC-12',
  terms: ['BT-80'],
  concerns: usesSupplyWithinUnion,
  path: 'delivery.address.country',
  holds: (judged) => {
    if (!hasCategory(judged, 'K')) return true;
    const country = judged.invoice.delivery?.address?.country;
    return isUbl(judged.context)
      ? isLong(judged.file.text('delivery.address.country', country))
      : exists(country);
  },
});

const usesNotSubject = isUsed('O');

/** « Not subject to VAT » stands alone. CII looks at lines and breakdowns together, at allowances and charges too. */
const standsAlone = (
  id: string,
  term: string,
  kind: 'vatBreakdown' | 'lines' | 'allowances' | 'charges',
  together: typeof kind,
): Rule =>
  rule({
    id,
    terms: [term, 'BT-118'],
    concerns: usesNotSubject,
    path: kind,
    holds: (judged) =>
      !hasCategory(judged, 'O') ||
      !(hasOther(judged, kind) || (!isUbl(judged.context) && hasOther(judged, together))),
  });

/** UBL takes a category of VAT without its code for another one; CII goes by the letter. */
const hasOther = (judged: Judged, kind: keyof typeof categoriesIn): boolean => {
  const { invoice, file, context } = judged;
  const { field, of, codes } = categoriesIn[kind];
  if (!isUbl(context))
    return [
      ...codes(invoice),
      ...file.taxesElsewhere.filter((tax) => tax.of === of).map(({ category }) => category),
    ].some((code) => code !== undefined && code !== 'O');
  return (
    codes(invoice).some((code, index) => {
      const path = `${kind}[${index}]`;
      return code === undefined ? file.isHollow(`${path}.${field}`) : code !== 'O' && file.isVat(path);
    }) || file.taxesElsewhere.some((tax) => tax.of === of && tax.isVat && tax.category !== 'O')
  );
};

const categoryOf = ({ vatCategory }: Taxed): string | undefined => vatCategory;

const categoriesIn = {
  vatBreakdown: {
    field: 'category',
    of: 'breakdown',
    codes: ({ vatBreakdown }: Invoice) => vatBreakdown.map(({ category }) => category),
  },
  lines: { field: 'vatCategory', of: 'line', codes: ({ lines }: Invoice) => lines.map(categoryOf) },
  allowances: {
    field: 'vatCategory',
    of: 'allowance',
    codes: ({ allowances }: Invoice) => allowances.map(categoryOf),
  },
  charges: { field: 'vatCategory', of: 'charge', codes: ({ charges }: Invoice) => charges.map(categoryOf) },
} as const;

const notSubjectToVatStandsAlone: readonly Rule[] = [
  standsAlone('BR-O-11', 'BG-23', 'vatBreakdown', 'lines'),
  standsAlone('BR-O-12', 'BT-151', 'lines', 'vatBreakdown'),
  standsAlone('BR-O-13', 'BT-95', 'allowances', 'charges'),
  standsAlone('BR-O-14', 'BT-102', 'charges', 'allowances'),
];

const usesCategory = (judged: Judged, category: string): boolean =>
  !isNowhere(usesByLetter(judged, category));

/** Every country code of the document, as written: addresses and, in UBL, the origin of items. */
const countriesOf = (judged: Judged): string[] => {
  const { seller, buyer, taxRepresentative, delivery, lines } = judged.invoice;
  const { file, context } = judged;
  const addresses = { seller, buyer, taxRepresentative, delivery };
  return [
    ...Object.entries(addresses).map(([name, owner]) =>
      file.text(`${name}.address.country`, owner?.address?.country),
    ),
    ...(isUbl(context)
      ? lines.map(({ item }, index) => file.text(`lines[${index}].item.originCountry`, item.originCountry))
      : []),
    ...countriesElsewhere(judged),
  ].filter((country) => country !== undefined);
};

const usesSplitPayment = isUsed('B');

const splitPaymentInItalyOnly = rule({
  id: 'BR-B-01',
  terms: ['BT-118', 'BT-151', 'BT-95', 'BT-102'],
  concerns: usesSplitPayment,
  path: 'vatBreakdown',
  holds: (judged) => !usesCategory(judged, 'B') || countriesOf(judged).every((country) => country === 'IT'),
});

const splitPaymentWithoutStandardRate = rule({
  id: 'BR-B-02',
  terms: ['BT-118', 'BT-151', 'BT-95', 'BT-102'],
  concerns: usesSplitPayment,
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
