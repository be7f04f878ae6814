import { Decimal } from '../../amount/decimal.js';
import { eachAllowance, eachCharge, eachLine, eachVatBreakdown } from '../places.js';
import { isUbl, type Judged, type Rule, type RuleContext, rule } from '../rule.js';
import { codes, type Field, fieldOfEach, textRule } from './fields.js';

const categoryFields: readonly Field[] = [
  fieldOfEach('BT-95', 'allowances', eachAllowance, 'vatCategory', ({ vatCategory }) => vatCategory),
  fieldOfEach('BT-102', 'charges', eachCharge, 'vatCategory', ({ vatCategory }) => vatCategory),
  fieldOfEach('BT-118', 'vatBreakdown', eachVatBreakdown, 'category', ({ category }) => category),
];
const lineCategory: readonly Field[] = [
  fieldOfEach('BT-151', 'lines', eachLine, 'vatCategory', ({ vatCategory }) => vatCategory),
];

/** Not L and M, of the Canary Islands, Ceuta and Melilla, nor B, of Italy. */
export const categories = codes('S E AE K G O Z');

/** Rates that a line of a UBL credit note may bear: the published file does not look there. */
const isJudgedOnLines = ({ syntax }: RuleContext): boolean => syntax !== 'ubl-credit-note';

const rateFields: readonly Field[] = [
  fieldOfEach('BT-96', 'allowances', eachAllowance, 'vatRate', ({ vatRate }) => vatRate),
  fieldOfEach('BT-103', 'charges', eachCharge, 'vatRate', ({ vatRate }) => vatRate),
  fieldOfEach('BT-119', 'vatBreakdown', eachVatBreakdown, 'rate', ({ rate }) => rate),
];
const lineRate: readonly Field[] = [
  fieldOfEach('BT-152', 'lines', eachLine, 'vatRate', ({ vatRate }) => vatRate),
];

export const everyRate: readonly Field[] = [...rateFields, ...lineRate];

/** Of France, Corsica and overseas, past and present, each with the decimals it may be written with. */
export const rates = codes(`
  0 0.0 0.00 0.9 0.90 1.05 1.75 2.1 2.10 5.5 5.50 7 7.0 7.00 8.5 8.50 9.2 9.20 9.6 9.60
  10 10.0 10.00 13 13.0 13.00 19.6 19.60 20 20.0 20.00 20.6 20.60
`);

/** `20.000` is a French rate written with too many zeros: the mend is certain. */
export const withFewerZeros = (text: string): { from: string; to: string } | undefined => {
  const rate = Decimal.parse(text);
  const short = rate?.normalized().toString();
  if (rate === undefined || short === undefined || !rates.has(short)) return undefined;
  const to = rate.scale > 1 ? rate.rounded(2).toString() : short;
  return to === text ? undefined : { from: text, to };
};

const frenchRates = (fields: readonly Field[], speaks?: Rule['speaks']): Rule[] =>
  textRule({
    id: 'BR-FR-16',
    fields,
    ...(speaks && { speaks }),
    holds: (text) => rates.has(text),
    patch: withFewerZeros,
  });

const EURO = 'EUR';

const vatIsSaidInEuro = rule({
  id: 'BR-FR-CO-12',
  terms: ['BT-6', 'BT-111', 'BT-5'],
  path: 'vatCurrency',
  holds: ({ invoice: { currency, vatCurrency, totals } }: Judged) =>
    currency === undefined ||
    currency === EURO ||
    (vatCurrency === EURO && totals.vatInVatCurrency !== undefined),
  values: ({ invoice: { currency = '' } }) => ({ found: currency }),
});

/** VAT categories and rates of France, and VAT said in euro. */
export const vatRules: readonly Rule[] = [
  ...textRule({
    id: 'BR-FR-15',
    fields: [...categoryFields, ...lineCategory],
    holds: (code) => categories.has(code),
  }),
  ...frenchRates(rateFields),
  ...frenchRates(lineRate, isJudgedOnLines),
  vatIsSaidInEuro,
];

/** The published UBL file reports L and M on a line under the id of another rule, too. */
export const vatQuirks: readonly Rule[] = textRule({
  id: 'BR-FR-08',
  fields: lineCategory,
  speaks: isUbl,
  holds: (code) => code !== 'L' && code !== 'M',
});
