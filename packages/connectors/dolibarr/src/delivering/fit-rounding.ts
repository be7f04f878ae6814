import type { PlainBill, PlainLine, PlainVat } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';

/**
 * Dolibarr rounds the VAT of each line and adds the roundings up; nobody can write another sum. Most suppliers round the
 * VAT of the whole, which is what is owed. Lines of one rate are therefore joined, or one of them split in two, until
 * Dolibarr's own sum is the supplier's. Base, rate and account of every cent stay what they are.
 */
export const fitRounding = (bill: PlainBill, accountOf: (line: PlainLine) => string): PlainBill => ({
  ...bill,
  lines: bill.vat.reduce<readonly PlainLine[]>((lines, vat) => fitRate(lines, vat, accountOf), bill.lines),
});

const fitRate = (
  lines: readonly PlainLine[],
  vat: PlainVat,
  accountOf: (line: PlainLine) => string,
): readonly PlainLine[] => {
  const isOfRate = (line: PlainLine) => line.vatRate.equals(vat.rate) && line.vatCategory === vat.category;
  const ofRate = lines.filter(isOfRate);
  const stated = cents(vat.amount);
  if (ofRate.length === 0 || sumOfRoundings(ofRate) === stated) return lines;
  const fitting = split(ofRate, stated) ?? split(joined(ofRate, accountOf), stated);
  if (!fitting) return lines;
  const first = lines.findIndex(isOfRate);
  const others = lines.filter((line) => !isOfRate(line));
  const before = lines.slice(0, first).filter((line) => !isOfRate(line)).length;
  return [...others.slice(0, before), ...fitting, ...others.slice(before)];
};

const cents = (amount: Decimal): number => Number(amount.times(Decimal.of(100)).rounded(0).toString());

const roundedVat = (net: Decimal, rate: Decimal): number =>
  cents(net.times(rate).dividedBy(Decimal.of(100), 8).rounded());

const sumOfRoundings = (lines: readonly PlainLine[]): number =>
  lines.reduce((sum, { net, vatRate }) => sum + roundedVat(net, vatRate), 0);

/** Further apart it is no rounding of a few lines. */
const MOST_SPLITS = 2;
const MOST_CENTS = 200;

/** Each split moves the sum by one cent at most. */
const split = (lines: readonly PlainLine[], stated: number): readonly PlainLine[] | undefined => {
  let fitting = lines;
  for (let count = 0; count <= MOST_SPLITS; count += 1) {
    const difference = stated - sumOfRoundings(fitting);
    if (difference === 0) return fitting;
    if (Math.abs(difference) > MOST_SPLITS - count) return undefined;
    const next = splitOnce(fitting, Math.sign(difference));
    if (!next) return undefined;
    fitting = next;
  }
  return undefined;
};

const splitOnce = (lines: readonly PlainLine[], direction: number): readonly PlainLine[] | undefined => {
  for (const [index, line] of lines.entries()) {
    const whole = roundedVat(line.net, line.vatRate);
    for (let taken = 1; taken <= MOST_CENTS && taken < cents(line.net); taken += 1) {
      const part = Decimal.of(taken).dividedBy(Decimal.of(100), 2);
      const rest = line.net.minus(part).rounded();
      const parts = roundedVat(part, line.vatRate) + roundedVat(rest, line.vatRate);
      if (parts - whole === direction) return lines.toSpliced(index, 1, atNet(line, rest), atNet(line, part));
    }
  }
  return undefined;
};

const atNet = (line: PlainLine, net: Decimal): PlainLine => ({
  ...line,
  quantity: Decimal.of(1),
  unitPrice: net,
  net,
});

const LONGEST_LABEL = 200;

/** One line for each account. */
const joined = (lines: readonly PlainLine[], accountOf: (line: PlainLine) => string): readonly PlainLine[] =>
  [...Map.groupBy(lines, accountOf).values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const labels = [...new Set(group.map(({ label }) => label))].join(' · ');
    const shown = labels.length > LONGEST_LABEL ? `${labels.slice(0, LONGEST_LABEL)}…` : labels;
    const net = Decimal.sum(group.map((line) => line.net)).rounded();
    return [
      atNet({ ...first, label: `${shown} (${group.length} lignes, détail dans le fichier joint)` }, net),
    ];
  });
