import type { Decimal } from '../../amount/decimal.js';
import type { InvoiceLine } from '../../invoice/invoice.js';
import { eachItemAttribute, eachLine } from '../places.js';
import { exists, figures, hasText } from '../presence.js';
import { isUbl, type Judged, type Rule, ruleOfEach } from '../rule.js';
import { attributesElsewhere, besides } from './elsewhere.js';
import { endsAfterStart, isFilled } from './periods.js';

/** A term that every line must have. */
const required = (
  id: string,
  term: string,
  path: string,
  isThere: (line: InvoiceLine, judged: Judged, place: string) => boolean,
): Rule =>
  ruleOfEach({
    id,
    terms: [term],
    each: eachLine,
    path,
    holds: isThere,
    values: ({ id: line }) => figures({ line }),
  });

const isNotNegative = (amount: Decimal, { context, file }: Judged, path: string): boolean =>
  !amount.isNegative() && (isUbl(context) || !file.isMinusZero(path, amount));

const netPriceIsNotNegative = ruleOfEach({
  id: 'BR-27',
  terms: ['BT-146'],
  each: eachLine,
  path: 'price.net',
  // Fires for a missing price too, beside BR-26.
  holds: ({ price }, judged, path) =>
    price.net !== undefined && isNotNegative(price.net, judged, `${path}.price.net`),
  values: ({ id, price }) => figures({ line: id, found: price.net }),
});

const grossPriceIsNotNegative = ruleOfEach({
  id: 'BR-28',
  terms: ['BT-148'],
  each: eachLine,
  path: 'price.gross',
  holds: ({ price }, judged, path) =>
    price.gross === undefined || isNotNegative(price.gross, judged, `${path}.price.gross`),
  values: ({ id, price }) => figures({ line: id, found: price.gross }),
});

const periodEndsAfterStart = ruleOfEach({
  id: 'BR-30',
  terms: ['BT-135', 'BT-134'],
  each: eachLine,
  path: 'period.end',
  holds: ({ period }, judged, path) => !period || endsAfterStart(period, judged, `${path}.period`),
  values: ({ id, period }) => figures({ line: id, found: period?.end, start: period?.start }),
});

const periodIsFilled = ruleOfEach({
  id: 'BR-CO-20',
  terms: ['BG-26', 'BT-134', 'BT-135'],
  each: eachLine,
  path: 'period',
  holds: ({ period }, { file }, path) => !period || isFilled(period, file, `${path}.period`),
  values: ({ id }) => figures({ line: id }),
});

const attributeIsComplete = ruleOfEach({
  id: 'BR-54',
  terms: ['BT-160', 'BT-161', 'BG-32'],
  each: (invoice, judged) => besides(eachItemAttribute(invoice), attributesElsewhere(judged)),
  path: '',
  holds: ({ name, value }) => exists(name) && exists(value),
  values: ({ name }) => figures({ found: name }),
});

/** What every line must say, and the dates and prices in it. */
export const lineRules: readonly Rule[] = [
  required('BR-21', 'BT-126', 'id', ({ id }) => hasText(id)),
  required('BR-22', 'BT-129', 'quantity', ({ quantity }, { file }, place) =>
    file.has(`${place}.quantity`, quantity),
  ),
  required('BR-23', 'BT-130', 'unit', ({ unit }) => exists(unit)),
  required('BR-24', 'BT-131', 'netAmount', ({ netAmount }, { file }, place) =>
    file.has(`${place}.netAmount`, netAmount),
  ),
  required('BR-25', 'BT-153', 'item.name', ({ item }) => hasText(item.name)),
  required('BR-26', 'BT-146', 'price.net', ({ price }, { file }, place) =>
    file.has(`${place}.price.net`, price.net),
  ),
  netPriceIsNotNegative,
  grossPriceIsNotNegative,
  periodEndsAfterStart,
  attributeIsComplete,
  required(
    'BR-CO-04',
    'BT-151',
    'vatCategory',
    ({ vatCategory }, { file }, place) => exists(vatCategory) && file.isVat(place),
  ),
  periodIsFilled,
];
