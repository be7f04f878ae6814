import { z } from 'zod';
import type { Bill } from './bill.js';
import { fromCents, toCents } from './totals.js';

/** An order that the entity has placed: bills quote its number as their engagement. */
export const order = z.strictObject({
  number: z.string().min(1).max(50),
  supplier: z.strictObject({ siret: z.string().regex(/^\d{14}$/, '14 digits'), name: z.string().min(1) }),
  serviceCode: z.string().min(1).optional(),
  label: z.string().min(1).optional(),
  /** With VAT, in euros. */
  amount: z.string().regex(/^\d{1,15}\.\d\d$/, 'an amount with two decimals, such as "1200.00"'),
  validUntil: z.iso.date().optional(),
  /** Nothing more is expected on it. */
  closed: z.boolean().default(false),
});

export type Order = z.infer<typeof order>;

export interface OrderThere extends Order {
  readonly id: number;
  /** With VAT, what its bills have not used; below zero where they exceed it. */
  readonly left: string;
}

export const leftOf = ({ amount }: Order, bills: readonly Pick<Bill, 'totals'>[]): string =>
  fromCents(bills.reduce((left, { totals }) => left - toCents(totals.gross), toCents(amount)));
