import type { BillTotals, NewBill } from './bill.js';

/** The books' own sums, from the lines and the VAT as given; a credit note counts below zero. */
export const totalsOf = ({ kind, lines, vat }: Pick<NewBill, 'kind' | 'lines' | 'vat'>): BillTotals => {
  const sign = kind === 'credit-note' ? -1n : 1n;
  const net = sign * sumOfCents(lines.map((line) => line.net));
  const tax = sign * sumOfCents(vat.map(({ amount }) => amount));
  return { net: fromCents(net), vat: fromCents(tax), gross: fromCents(net + tax) };
};

export const withMore = (totals: BillTotals, cents: bigint): BillTotals => ({
  ...totals,
  gross: fromCents(toCents(totals.gross) + cents),
});

const sumOfCents = (amounts: readonly string[]): bigint =>
  amounts.reduce((sum, amount) => sum + toCents(amount), 0n);

export const toCents = (amount: string): bigint => {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
};

export const fromCents = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
