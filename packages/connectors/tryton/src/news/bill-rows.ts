import { z } from 'zod';
import { dateValue, stampValue } from '../protocol/values.js';

/** What Tryton shows of a bill, as far as statuses need it. */
export const billRow = z.object({
  id: z.int(),
  state: z.string(),
  number: z.string().nullable(),
  description: z.string().nullable(),
  create_date: stampValue,
  write_date: stampValue.nullable(),
  /** Given by the module account_invoice_history. */
  numbered_at: stampValue.nullish(),
  reconciled: dateValue.nullable(),
  move: z.int().nullable(),
  'move.': z.object({ post_date: dateValue.nullable() }).nullable(),
});

export const billFields = [
  'state',
  'number',
  'description',
  'create_date',
  'write_date',
  'reconciled',
  'move',
  'move.post_date',
];

export type BillRow = z.infer<typeof billRow>;

export const paymentRow = z.object({
  id: z.int(),
  state: z.string(),
  write_date: stampValue.nullable(),
  'line.': z.object({ move: z.int().nullable(), move_origin: z.string().nullable() }).nullable(),
});

export const paymentFields = ['state', 'write_date', 'line.move', 'line.move_origin'];

export type PaymentRow = z.infer<typeof paymentRow>;

export const noteRow = z.object({
  id: z.int(),
  message: z.string().nullable(),
  create_date: stampValue,
  resource: z.string(),
});

export const noteFields = ['message', 'create_date', 'resource'];

export type NoteRow = z.infer<typeof noteRow>;
