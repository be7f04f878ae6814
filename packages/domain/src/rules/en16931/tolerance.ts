import { Decimal } from '../../amount/decimal.js';

/** Comparisons of the official artefacts where they are not exact (EN 16931 validation artefacts 1.3.16). */

const one = Decimal.of(1);
const hundred = Decimal.of(100);

/** Less than 1 apart. */
export const isWithinOne = (found: Decimal, expected: Decimal): boolean =>
  found.minus(expected).absolute().isLessThan(one);

/** At most 1 apart. */
export const isAtMostOneApart = (found: Decimal, expected: Decimal): boolean =>
  !one.isLessThan(found.minus(expected).absolute());

/**
 * Less than 1 apart, the bounds computed as binary doubles: the UBL artefacts do so in BR-S-08, BR-AF-08 and BR-AG-08,
 * and a difference of exactly 1.00 passes or fails by the noise of the double. Imitated to reach the same verdict;
 * nothing computed here is kept or shown.
 */
export const isWithinOneInDoubles = (found: Decimal, expected: Decimal): boolean =>
  isClearlyWithinOne(found, expected) ??
  (asDouble(found, -1).isLessThan(expected) && expected.isLessThan(asDouble(found, 1)));

const almostOne = Decimal.of('0.99');
const justAboveOne = Decimal.of('1.01');
/** Below, the noise of a double is less than a hundredth. */
const exactEnough = Decimal.of(10 ** 12);

/** Undefined where the noise of doubles may decide. */
const isClearlyWithinOne = (found: Decimal, expected: Decimal): boolean | undefined => {
  if (exactEnough.isLessThan(found.absolute())) return undefined;
  const difference = found.minus(expected).absolute();
  if (difference.isLessThan(almostOne)) return true;
  return justAboveOne.isLessThan(difference) ? false : undefined;
};

const asDouble = (decimal: Decimal, shift: number): Decimal => {
  // Beyond 1e21 JavaScript writes an exponent; there a double no longer sees a difference of 1.
  const written = (Number(decimal.toString()) + shift).toFixed(60);
  return Decimal.parse(written) ?? decimal.plus(Decimal.of(shift));
};

/** |BT-116| × BT-119 ÷ 100, rounded to cents. The artefacts compare amounts without their signs. */
export const taxOn = (taxableAmount: Decimal, rate: Decimal): Decimal =>
  taxableAmount.absolute().times(rate).dividedBy(hundred, 2);
