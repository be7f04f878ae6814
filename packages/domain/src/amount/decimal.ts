/**
 * An exact decimal number: `units × 10^-scale`. Amounts, prices, quantities and rates of an invoice are
 * Decimals from the sender's bytes to the screen; nothing passes through binary floating point.
 *
 * The scale is kept as written ("12.340" has scale 3), because EN 16931 judges the number of decimals (BR-DEC-*).
 * Comparison is by value: 20, 20.0 and 20.00 are equal.
 */
export class Decimal {
  static readonly zero = new Decimal(0, 0);

  private constructor(
    /** One value and scale have one form. */
    private readonly units: Units,
    /** Number of digits after the point, as written. */
    readonly scale: number,
  ) {}

  /**
   * Reads the lexical form of EN 16931 (xsd:decimal): optional sign, digits, optional point; `.5` and `5.` are legal;
   * no exponent, no comma, no thousands separator; white space around is ignored.
   * Returns undefined for anything else.
   */
  static parse(text: string): Decimal | undefined {
    return Decimal.parseShort(text) ?? Decimal.parseAny(text);
  }

  /** What almost all amounts are: few digits, perhaps a point. Undefined for anything else. */
  private static parseShort(text: string): Decimal | undefined {
    const { length } = text;
    if (length === 0 || length > 15) return undefined;
    let units = 0;
    let digits = 0;
    let point = -1;
    for (let at = 0; at < length; at++) {
      const digit = text.charCodeAt(at) - 0x30;
      if (digit >= 0 && digit <= 9) {
        units = units * 10 + digit;
        digits++;
      } else if (digit === pointCode && point < 0) point = digits;
      else return undefined;
    }
    return digits === 0 ? undefined : new Decimal(units, point < 0 ? 0 : digits - point);
  }

  private static parseAny(text: string): Decimal | undefined {
    // Spaces end where something else begins, so that a long run of them is read once.
    const match = /^[ \t\r\n]*(?![ \t\r\n])([+-]?)(\d*)(?:\.(\d*))?[ \t\r\n]*$/.exec(text);
    if (!match) return undefined;
    const [, sign = '', whole = '', fraction = ''] = match;
    if (whole === '' && fraction === '') return undefined;
    const units = BigInt(whole + fraction);
    return new Decimal(unitsOf(sign === '-' ? -units : units), fraction.length);
  }

  /** A decimal known to be well formed; throws a failure (a bug of ours) when it is not. */
  static of(text: string | number): Decimal {
    const parsed = Decimal.parse(String(text));
    if (!parsed) throw new TypeError(`not a decimal: ${text}`);
    return parsed;
  }

  static sum(decimals: Iterable<Decimal>): Decimal {
    let total = Decimal.zero;
    for (const decimal of decimals) total = total.plus(decimal);
    return total;
  }

  private unitsAt(scale: number): Units {
    return scale === this.scale ? this.units : multiply(this.units, powerOfTen(scale - this.scale));
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(add(this.unitsAt(scale), other.unitsAt(scale)), scale);
  }

  minus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(add(this.unitsAt(scale), negate(other.unitsAt(scale))), scale);
  }

  times(other: Decimal): Decimal {
    return new Decimal(multiply(this.units, other.units), this.scale + other.scale);
  }

  /** The quotient to `scale` decimals, halves up (towards +∞). Throws a RangeError on division by zero. */
  dividedBy(divisor: Decimal, scale: number): Decimal {
    if (divisor.isZero()) throw new RangeError('division by zero');
    const shift = scale + 1 + divisor.scale - this.scale;
    const numerator = shift >= 0 ? multiply(this.units, powerOfTen(shift)) : this.units;
    const denominator = shift >= 0 ? divisor.units : multiply(divisor.units, powerOfTen(-shift));
    return new Decimal(floorDivide(add(floorDivide(numerator, denominator), 5), 10), scale);
  }

  /** Rounds to `scale` decimals, halves up (towards +∞), as the EN 16931 artefacts do: -0.125 gives -0.12. */
  rounded(scale = 2): Decimal {
    if (this.scale === scale) return this;
    if (this.scale < scale) return new Decimal(this.unitsAt(scale), scale);
    const divisor = powerOfTen(this.scale - scale);
    return new Decimal(floorDivide(add(this.units, floorDivide(divisor, 2)), divisor), scale);
  }

  /** The same value without trailing zeros: 20, 20.0 and 20.00 have one normal form. */
  normalized(): Decimal {
    let { units, scale } = this;
    while (scale > 0 && isTenfold(units)) {
      units = floorDivide(units, 10);
      scale -= 1;
    }
    return scale === this.scale ? this : new Decimal(units, scale);
  }

  negated(): Decimal {
    return new Decimal(negate(this.units), this.scale);
  }

  absolute(): Decimal {
    return this.isNegative() ? this.negated() : this;
  }

  compare(other: Decimal): -1 | 0 | 1 {
    const scale = Math.max(this.scale, other.scale);
    const [left, right] = [this.unitsAt(scale), other.unitsAt(scale)];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  isLessThan(other: Decimal): boolean {
    return this.compare(other) < 0;
  }

  isNegative(): boolean {
    return this.units < 0;
  }

  isZero(): boolean {
    return this.units === 0;
  }

  /** Written with at most so many decimals, and so many characters in all, the sign counted and the point not. */
  fits(characters: number, decimals: number): boolean {
    const { units, scale } = this;
    if (scale > decimals || scale >= characters) return false;
    return this.isNegative() ? negate(units) < powerOfTen(characters - 1) : units < powerOfTen(characters);
  }

  /** With the decimals as written: "12.340". */
  toString(): string {
    const { units, scale } = this;
    const sign = units < 0 ? '-' : '';
    const digits = (units < 0 ? negate(units) : units).toString().padStart(scale + 1, '0');
    return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  }

  /** Travels as text in JSON, so that no reader takes it for a float. */
  toJSON(): string {
    return this.toString();
  }
}

/** Of the point, counted from the digit 0. */
const pointCode = 0x2e - 0x30;

/**
 * An integer. Numbers are many times faster than BigInts, and exact as far as they are safe: a sum or a product that is
 * not safe is worked out again in BigInts. Never minus zero.
 */
type Units = number | bigint;

const unitsOf = (integer: bigint): Units => {
  const units = Number(integer);
  return Number.isSafeInteger(units) ? units : integer;
};

const add = (left: Units, right: Units): Units => {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return unitsOf(BigInt(left) + BigInt(right));
};

const multiply = (left: Units, right: Units): Units => {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(product)) return withoutSignOfZero(product);
  }
  return unitsOf(BigInt(left) * BigInt(right));
};

const negate = (units: Units): Units => (typeof units === 'number' ? 0 - units : -units);

const withoutSignOfZero = (units: number): number => units + 0;

const isTenfold = (units: Units): boolean =>
  typeof units === 'number' ? units % 10 === 0 : units % 10n === 0n;

/** Towards -∞. */
const floorDivide = (numerator: Units, denominator: Units): Units => {
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    // Without its remainder a quotient of safe integers is exact.
    const rest = numerator % denominator;
    const quotient = withoutSignOfZero((numerator - rest) / denominator);
    return rest !== 0 && rest < 0 !== denominator < 0 ? quotient - 1 : quotient;
  }
  return unitsOf(floorDivideLarge(BigInt(numerator), BigInt(denominator)));
};

const floorDivideLarge = (numerator: bigint, denominator: bigint): bigint => {
  const quotient = numerator / denominator;
  const exact = quotient * denominator === numerator;
  return !exact && numerator < 0n !== denominator < 0n ? quotient - 1n : quotient;
};

const powersOfTen: readonly Units[] = Array.from({ length: 40 }, (_, exponent) =>
  unitsOf(10n ** BigInt(exponent)),
);

const powerOfTen = (exponent: number): Units => powersOfTen[exponent] ?? 10n ** BigInt(exponent);
