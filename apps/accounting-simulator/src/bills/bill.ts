import { z } from 'zod';

const amount = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,2})?$/, 'an amount with at most two decimals, such as "12.30"');
const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/, 'a decimal number, such as "12.345"');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, such as "2026-03-01"');

/** A supplier's bill as a program brings it in. */
export const newBill = z.strictObject({
  /** Kept and searchable; two bills may carry the same one, as in most accounting systems. */
  key: z.string().min(1).max(200),
  kind: z.enum(['invoice', 'credit-note']),
  supplier: z.strictObject({
    siret: z.string().regex(/^(?:\d{14}|[A-Z_]+ .{1,80})$/, '14 digits, or a register and its identifier'),
    name: z.string().min(1),
  }),
  /** The supplier's own number. */
  reference: z.string().min(1),
  issueDate: day,
  dueDate: day.optional(),
  currency: z.literal('EUR'),
  serviceCode: z.string().optional(),
  engagementNumber: z.string().optional(),
  lines: z
    .array(
      z.strictObject({
        label: z.string().min(1),
        quantity: decimal,
        unitPrice: decimal,
        net: amount,
        vatRate: decimal.optional(),
      }),
    )
    .min(1),
  vat: z.array(z.strictObject({ rate: decimal, category: z.string(), base: amount, amount })),
});

export type NewBill = z.infer<typeof newBill>;

export type BillState = 'draft' | 'validated' | 'posted' | 'booked' | 'paid' | 'cancelled';

/** What happened to a bill, newest last. `returned`: the bank sent the payment back. */
export interface BillEvent {
  readonly word: BillState | 'returned';
  /** ISO 8601, UTC */
  readonly at: string;
  readonly reason?: string;
}

export interface BillTotals {
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
}

export interface Bill extends NewBill {
  readonly id: number;
  readonly state: BillState;
  /** Given when posted, from one sequence a year. */
  readonly number?: string;
  readonly totals: BillTotals;
  readonly history: readonly BillEvent[];
  readonly files: readonly BillFile[];
}

export interface BillFile {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

export const newFile = z.strictObject({
  name: z.string().min(1).max(255),
  mediaType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/, 'a media type, such as "application/pdf"'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'),
  contentBase64: z.base64(),
});

export type NewFile = z.infer<typeof newFile>;
