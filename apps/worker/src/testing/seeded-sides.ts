import { Decimal } from '@parvis/domain/amount/decimal';

/** What is wrong with one of the seeded invoices. */
export type Seeded =
  | 'same'
  | 'onlyHere'
  | 'onlyThere'
  | 'brokenOff'
  | 'differentAmount'
  | 'twice'
  | 'cancelledThere'
  | 'endedOnBothSides'
  | 'underWay';

export interface SeededInvoice {
  readonly what: Seeded;
  readonly invoiceId: string;
  readonly number: string;
  readonly isCreditNote: boolean;
  /** Without sign, as on the invoice. */
  readonly amount: Decimal;
  /** Without sign, as it is typed there; of twins both. */
  readonly there: readonly Decimal[];
}

/** The same numbers for the same seed: mulberry32. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** How many of each are among the invoices; the rest are the same on both sides. */
export const seededCounts = {
  onlyHere: 40,
  onlyThere: 25,
  brokenOff: 15,
  differentAmount: 40,
  twice: 40,
  cancelledThere: 40,
  endedOnBothSides: 15,
  underWay: 15,
} as const;

/** So many invoices in a shuffled order, 200 of them not the same on both sides. */
export const seedSides = (total: number, random: () => number): SeededInvoice[] => {
  const odd = Object.entries(seededCounts).flatMap(([what, count]) =>
    Array.from({ length: count }, () => what as Seeded),
  );
  const all = [...odd, ...Array.from({ length: total - odd.length }, () => 'same' as const)];
  return shuffled(all, random).map((what, index) => {
    const amount = cents(100 + Math.floor(random() * 5_000_000));
    return {
      what,
      invoiceId: `01900000-0000-7000-8000-${Math.floor(random() * 2 ** 44)
        .toString(16)
        .padStart(12, '0')}`,
      number: `F-2026-${index + 1}`,
      isCreditNote: random() < 0.1,
      amount,
      there: amountsThere(what, amount, random),
    };
  });
};

const cents = (count: number): Decimal => Decimal.of((count / 100).toFixed(2));

const amountsThere = (what: Seeded, amount: Decimal, random: () => number): Decimal[] => {
  if (what === 'onlyHere') return [];
  if (what === 'twice') return [amount, amount];
  // By one cent in half of the cases.
  if (what === 'differentAmount')
    return [amount.plus(cents(random() < 0.5 ? 1 : 1 + Math.floor(random() * 9_999)))];
  return [amount];
};

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] =>
  items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
