import { Decimal } from '../../amount/decimal.js';
import type { Invoice, InvoiceLine } from '../../invoice/invoice.js';
import type { LineExtension } from '../extension.js';
import { groupedBy } from '../grouped.js';
import { figures } from '../presence.js';
import { type Finding, isCii, type Judged, type Rule, rule } from '../rule.js';
import { codes, normalised } from './fields.js';
import { holdsInvoices, isOfSeveralSellers, isTwoWay } from './framework-kinds.js';
import { selfBilledTypes } from './numbers-and-dates.js';

interface Line {
  readonly line: InvoiceLine;
  readonly more: LineExtension;
  readonly path: string;
}

const nothingMore: LineExtension = { objects: [], vatTotals: [], exemption: {}, precedingInvoices: [] };

interface Arranged {
  readonly lines: readonly Line[];
  /** By line number (BT-126), the first of a number. */
  readonly byId: ReadonlyMap<string, Line>;
  /** By the number of the line they stand right under. */
  readonly under: ReadonlyMap<string, readonly Line[]>;
}

const known = new WeakMap<Judged, Arranged>();

/** The lines with what the model cannot hold of them; none where nobody read it. */
const arrange = (judged: Judged): Arranged => {
  const found = known.get(judged);
  if (found) return found;
  const { invoice, context } = judged;
  const extension = context.evidence?.extension;
  const lines = (extension ? invoice.lines : []).map((line, index) => ({
    line,
    more: extension?.lines[index] ?? nothingMore,
    path: `lines[${index}]`,
  }));
  const arranged = {
    lines,
    byId: new Map(lines.map((line) => [line.line.id ?? '', line] as const).reverse()),
    under: groupedBy(lines, ({ more }) => more.parent ?? ''),
  };
  known.set(judged, arranged);
  return arranged;
};

const isTopGroup = ({ more }: Line): boolean => more.subType === 'GROUP' && more.parent === undefined;

/** The number of the invoice that a line belongs to. */
const numberOf = ({ more }: Line): string => objectOf(more, 'AFL');

const objectOf = ({ objects }: LineExtension, wanted: string): string =>
  normalised(
    objects
      .filter(({ scheme, typeCode }) => scheme === wanted && typeCode === '130')
      .map(({ value }) => value)
      .join(' '),
  );

const sellerOf = ({ more }: Line): string => normalised(more.seller?.legalRegistration ?? '');

const vatOf = ({ more }: Line, currency: string | undefined): string | undefined =>
  more.vatTotals.find((total) => total.currency === currency)?.amount;

const cents = (count: number): Decimal => Decimal.of('0.01').times(Decimal.of(count));

const isNear = (left: Decimal, right: Decimal, tolerance: Decimal): boolean =>
  left.minus(right).absolute().compare(tolerance) <= 0;

const lineNumber = ({ line }: Line): Record<string, string> => figures({ line: line.id });

type Applies = (invoice: Invoice) => boolean;

const holdsSome = ({ invoice }: Judged): boolean => holdsInvoices(invoice);

/** A rule of the invoice as a whole. Silent where the file was not read for it. */
const ofAll = (
  id: string,
  applies: Applies,
  holds: (lines: readonly Line[], judged: Judged) => boolean,
  speaks?: Rule['speaks'],
): Rule =>
  rule({
    id,
    terms: ['BG-25'],
    concerns: holdsSome,
    ...(speaks && { speaks }),
    check: (judged) =>
      !judged.context.evidence?.extension || !applies(judged.invoice) || holds(arrange(judged).lines, judged)
        ? []
        : [{ path: 'lines', values: {} }],
  });

const ofEach = (
  id: string,
  term: string,
  applies: Applies,
  holds: (line: Line, judged: Judged) => boolean,
  values: (line: Line, judged: Judged) => Record<string, string> = () => ({}),
): Rule =>
  rule({
    id,
    terms: [term],
    concerns: holdsSome,
    *check(judged): Iterable<Finding> {
      if (!applies(judged.invoice)) return;
      for (const line of arrange(judged).lines)
        if (!holds(line, judged))
          yield { path: line.path, values: { ...lineNumber(line), ...values(line, judged) } };
    },
  });

/** CII asks of a kind that is written that it is not empty; UBL asks every line for one. */
const linesHaveKinds = ofEach('BR-FR-MV-01', 'BG-25', holdsInvoices, ({ more }, { context }) =>
  isCii(context) ? more.subType !== '' : Boolean(more.subType),
);

const countTopGroups = (lines: readonly Line[]): number => lines.filter(isTopGroup).length;

const groupsOf = (lines: readonly Line[], registration: string | undefined): number =>
  lines.filter((line) => isTopGroup(line) && sellerOf(line) === (registration ?? '')).length;

const twoGroups = ofAll(
  'BR-FR-BD-02',
  isTwoWay,
  (lines, { invoice: { seller, buyer } }) =>
    countTopGroups(lines) === 2 &&
    groupsOf(lines, seller.legalRegistration?.value) === 1 &&
    groupsOf(lines, buyer.legalRegistration?.value) === 1,
);

const frameworksOfSeveral = codes('M8 S8 B8');

const groupIsWhole = (line: Line, { invoice, context }: Judged): boolean => {
  const { more } = line;
  const { name = '', legalRegistration = '', country = '' } = more.seller ?? {};
  const inAccounting = invoice.vatCurrency === undefined || vatOf(line, invoice.vatCurrency);
  const has = (scheme: string): boolean => more.objects.some((object) => object.scheme === scheme);
  // CII judges the number and the framework where one of that scheme is written; MV-07 tells a missing number.
  const isNumbered = (isCii(context) && !has('AFL')) || numberOf(line) !== '';
  const framework = objectOf(more, 'AVV');
  const isFramed =
    (isCii(context) && !has('AVV')) || (framework !== '' && !frameworksOfSeveral.has(framework));
  return Boolean(
    normalised(name) &&
      normalised(legalRegistration) &&
      normalised(country) &&
      vatOf(line, invoice.currency) &&
      inAccounting &&
      isNumbered &&
      isFramed,
  );
};

const groupsAreWhole = ofEach(
  'BR-FR-MV-03',
  'BG-25',
  holdsInvoices,
  (line, judged) => !isTopGroup(line) || groupIsWhole(line, judged),
);

/** The lines right under a group that count in its sum. */
const countedUnder = (line: Line, judged: Judged): Line[] =>
  linesUnder(line, judged).filter(({ more }) => more.subType && more.subType !== 'INFORMATION');

const linesUnder = ({ line }: Line, judged: Judged): readonly Line[] =>
  (line.id && arrange(judged).under.get(normalised(line.id))) || [];

const sumUnder = (line: Line, judged: Judged): Decimal =>
  Decimal.sum(countedUnder(line, judged).map((inner) => inner.line.netAmount ?? Decimal.zero));

const groupsAddUp = ofEach(
  'BR-FR-MV-05',
  'BT-131',
  holdsInvoices,
  (line, judged) =>
    !isTopGroup(line) ||
    (line.line.netAmount !== undefined &&
      isNear(line.line.netAmount, sumUnder(line, judged), cents(countedUnder(line, judged).length))),
  (line, judged) => figures({ found: line.line.netAmount, expected: sumUnder(line, judged) }),
);

const parentOf = ({ more }: Line, judged: Judged): Line | undefined =>
  more.parent === undefined ? undefined : arrange(judged).byId.get(more.parent);

/** What every line must say, and a line of a group as its group does. */
const saidAsByTheGroup = (id: string, term: string, said: (line: Line) => string): Rule =>
  ofEach(id, term, holdsInvoices, (line, judged) => {
    if (said(line) === '') return false;
    if (line.more.parent === undefined) return true;
    const parent = parentOf(line, judged);
    return parent !== undefined && said(parent) === said(line);
  });

const reasonNamesTheInvoice = ofEach(
  'BR-FR-MV-08',
  'BT-128',
  holdsInvoices,
  (line) =>
    line.more.subType !== 'DETAIL' ||
    (numberOf(line) !== '' && (line.more.exemption.reason ?? '').startsWith(`#${numberOf(line)}#`)),
);

const vatBrokenDown = (line: Line, { invoice }: Judged): Decimal =>
  Decimal.sum(
    invoice.vatBreakdown
      .filter(({ exemptionReason = '' }) => exemptionReason.startsWith(`#${numberOf(line)}#`))
      .map(({ taxAmount = Decimal.zero }) => taxAmount),
  );

const groupVat = (line: Line, { invoice }: Judged): Decimal | undefined =>
  Decimal.parse(vatOf(line, invoice.currency) ?? '');

const groupVatAddsUp = ofEach(
  'BR-FR-MV-09',
  'BT-117',
  holdsInvoices,
  (line, judged) => {
    const vat = groupVat(line, judged);
    return !isTopGroup(line) || (vat !== undefined && isNear(vat, vatBrokenDown(line, judged), cents(1)));
  },
  (line, judged) => figures({ found: groupVat(line, judged), expected: vatBrokenDown(line, judged) }),
);

const groupTotalAddsUp = ofEach('BR-FR-MV-10', 'BT-131', holdsInvoices, (line, judged) => {
  if (!isTopGroup(line) || line.more.taxInclusive === undefined) return true;
  const [total, vat] = [Decimal.parse(line.more.taxInclusive), groupVat(line, judged)];
  const details = linesUnder(line, judged).filter(({ more }) => more.subType === 'DETAIL').length;
  return (
    total !== undefined &&
    vat !== undefined &&
    line.line.netAmount !== undefined &&
    isNear(total, line.line.netAmount.plus(vat), cents(details))
  );
});

const mainSellerBearsTheNumber = ofAll('BR-FR-MV-11', holdsInvoices, (lines, { invoice }) => {
  const own = lines.filter(
    (line) => isTopGroup(line) && sellerOf(line) === (invoice.seller.legalRegistration?.value ?? ''),
  );
  const bearing = own.filter((line) => numberOf(line) === invoice.number).length;
  return own.length === 0 || bearing === 1;
});

const numbersDiffer = ofAll('BR-FR-MV-12', holdsInvoices, (lines) => {
  const numbers = lines.filter(isTopGroup).map(numberOf).filter(Boolean);
  return new Set(numbers).size === numbers.length;
});

const typeRule = (id: string, applies: Applies, holds: (typeCode: string) => boolean): Rule =>
  rule({
    id,
    terms: ['BT-3', 'BT-23'],
    concerns: holdsSome,
    path: 'typeCode',
    holds: ({ invoice }) =>
      !applies(invoice) || invoice.typeCode === undefined || holds(normalised(invoice.typeCode)),
    values: ({ invoice }) => figures({ found: invoice.typeCode }),
  });

/** A correction says of each invoice inside which one it corrects, and of which day. */
const correctsOne = (
  family: 'MV' | 'BD',
  applies: Applies,
  types: ReadonlySet<string>,
  part: { readonly term: string; readonly name: 'number' | 'issueDate' },
): Rule =>
  ofEach(
    `BR-FR-${family}-14-${part.term}`,
    'BG-3',
    (invoice) => applies(invoice) && types.has(invoice.typeCode ?? ''),
    (line) =>
      !isTopGroup(line) || line.more.precedingInvoices.some((earlier) => earlier[part.name] !== undefined),
  );

const number = { term: 'EXT-FR-FE-136', name: 'number' } as const;
const day = { term: 'EXT-FR-FE-138', name: 'issueDate' } as const;
const correctionsOfSeveral = codes('384 472 381 396 503');
const correctionsTwoWay = codes('261 471 473 502');

/** BR-FR-MV-… and BR-FR-BD-…: invoices that hold invoices. */
export const subInvoiceRules: readonly Rule[] = [
  linesHaveKinds,
  ofAll('BR-FR-MV-02', isOfSeveralSellers, (lines) => countTopGroups(lines) > 0),
  twoGroups,
  groupsAreWhole,
  groupsAddUp,
  saidAsByTheGroup('BR-FR-MV-06', 'BT-30', sellerOf),
  saidAsByTheGroup('BR-FR-MV-07', 'BT-128', numberOf),
  reasonNamesTheInvoice,
  groupVatAddsUp,
  groupTotalAddsUp,
  mainSellerBearsTheNumber,
  numbersDiffer,
  typeRule('BR-FR-MV-13', isOfSeveralSellers, (type) => type !== '' && !selfBilledTypes.has(type)),
  typeRule('BR-FR-BD-13', isTwoWay, (type) => selfBilledTypes.has(type)),
  correctsOne('MV', isOfSeveralSellers, correctionsOfSeveral, number),
  correctsOne('MV', isOfSeveralSellers, correctionsOfSeveral, day),
  correctsOne('BD', isTwoWay, correctionsTwoWay, number),
  correctsOne('BD', isTwoWay, correctionsTwoWay, day),
];
