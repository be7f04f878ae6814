import type { Totals } from '../../invoice/invoice.js';
import {
  eachAllowance,
  eachCharge,
  eachLine,
  eachLineAllowance,
  eachLineCharge,
  eachVatBreakdown,
} from '../places.js';
import type { Judged, Rule } from '../rule.js';
import { type Field, field, fieldOfEach, normalised, textRule } from './fields.js';
import { isTwoWay } from './framework-kinds.js';
import { everyRate, withFewerZeros } from './vat.js';

const total = (term: string, name: keyof Totals): Field =>
  field(term, `totals.${name}`, ({ totals }) => totals[name]);

const amounts: readonly Field[] = [
  fieldOfEach('BT-92', 'allowances', eachAllowance, 'amount', ({ amount }) => amount),
  fieldOfEach('BT-99', 'charges', eachCharge, 'amount', ({ amount }) => amount),
  fieldOfEach('BT-93', 'allowances', eachAllowance, 'baseAmount', ({ baseAmount }) => baseAmount),
  fieldOfEach('BT-100', 'charges', eachCharge, 'baseAmount', ({ baseAmount }) => baseAmount),
  total('BT-106', 'lines'),
  total('BT-107', 'allowances'),
  total('BT-108', 'charges'),
  total('BT-109', 'taxExclusive'),
  total('BT-110', 'vat'),
  total('BT-111', 'vatInVatCurrency'),
  total('BT-112', 'taxInclusive'),
  total('BT-113', 'paid'),
  total('BT-114', 'rounding'),
  total('BT-115', 'due'),
  fieldOfEach(
    'BT-116',
    'vatBreakdown',
    eachVatBreakdown,
    'taxableAmount',
    ({ taxableAmount }) => taxableAmount,
  ),
  fieldOfEach('BT-117', 'vatBreakdown', eachVatBreakdown, 'taxAmount', ({ taxAmount }) => taxAmount),
  fieldOfEach('BT-131', 'lines', eachLine, 'netAmount', ({ netAmount }) => netAmount),
  fieldOfEach('BT-136', 'lines[].allowances', eachLineAllowance, 'amount', ({ amount }) => amount),
  fieldOfEach('BT-141', 'lines[].charges', eachLineCharge, 'amount', ({ amount }) => amount),
  fieldOfEach(
    'BT-137',
    'lines[].allowances',
    eachLineAllowance,
    'baseAmount',
    ({ baseAmount }) => baseAmount,
  ),
  fieldOfEach('BT-142', 'lines[].charges', eachLineCharge, 'baseAmount', ({ baseAmount }) => baseAmount),
];

const quantities: readonly Field[] = [
  fieldOfEach('BT-129', 'lines', eachLine, 'quantity', ({ quantity }) => quantity),
  fieldOfEach('BT-149', 'lines', eachLine, 'price.baseQuantity', ({ price }) => price.baseQuantity),
];

const prices: readonly Field[] = [
  fieldOfEach('BT-146', 'lines', eachLine, 'price.net', ({ price }) => price.net),
  fieldOfEach('BT-147', 'lines', eachLine, 'price.discount', ({ price }) => price.discount),
  fieldOfEach('BT-148', 'lines', eachLine, 'price.gross', ({ price }) => price.gross),
];

/** The longest figure, the point not counted and the sign counted. */
const MAXIMUM_LENGTH = 19;

interface Shape {
  readonly decimals: number;
  readonly maximum?: number;
  readonly mayBeNegative: (judged: Judged) => boolean;
}

const hasShape = (
  text: string,
  { decimals, maximum = MAXIMUM_LENGTH, mayBeNegative }: Shape,
  judged: Judged,
) => {
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(normalised(text)) ?? [];
  if (whole === undefined || fraction.length > decimals) return false;
  if (sign !== '' && !mayBeNegative(judged)) return false;
  return sign.length + whole.length + fraction.length <= maximum;
};

const always = (): boolean => true;
const never = (): boolean => false;

const figuresOf = (
  id: string,
  fields: readonly Field[],
  shape: Shape,
  patch?: (text: string) => { from: string; to: string } | undefined,
): Rule[] =>
  textRule({
    id,
    fields,
    holds: (text, judged) => hasShape(text, shape, judged),
    holdsOfNumber: (value, judged) =>
      value.fits(shape.maximum ?? MAXIMUM_LENGTH, shape.decimals) &&
      (!value.isNegative() || shape.mayBeNegative(judged)),
    values: () => ({
      decimals: String(shape.decimals),
      maximum: String(shape.maximum ?? MAXIMUM_LENGTH),
    }),
    ...(patch && { patch }),
  });

/** How figures are written: digits, a point, few decimals, no sign but `-`. */
export const figureRules: readonly Rule[] = [
  ...figuresOf('BR-FR-DEC-01', amounts, { decimals: 2, mayBeNegative: always }),
  ...figuresOf('BR-FR-DEC-02', quantities, { decimals: 4, mayBeNegative: always }),
  ...figuresOf('BR-FR-DEC-03', prices, {
    decimals: 6,
    mayBeNegative: ({ invoice }) => isTwoWay(invoice),
  }),
  ...figuresOf('BR-FR-DEC-04', everyRate, { decimals: 2, maximum: 4, mayBeNegative: never }, withFewerZeros),
];
