import { z } from 'zod';
import { amountValue, linkValue, stampValue, textValue } from '../protocol/values.js';

export const billFields = [
  'name',
  'state',
  'payment_state',
  'posted_before',
  'create_date',
  'write_date',
  'amount_total',
] as const;

export const billRow = z.object({
  id: z.int(),
  name: textValue,
  state: z.string(),
  payment_state: textValue,
  posted_before: z.boolean(),
  create_date: stampValue,
  write_date: stampValue,
  amount_total: amountValue,
});

export type BillRow = z.infer<typeof billRow>;

export const lineFields = ['move_id', 'display_type', 'write_date'] as const;

export const lineRow = z.object({
  id: z.int(),
  move_id: linkValue,
  display_type: textValue,
  write_date: stampValue,
});

export type LineRow = z.infer<typeof lineRow>;

export const partialFields = ['debit_move_id', 'credit_move_id', 'create_date'] as const;

/** One payment or part of one set against a bill. */
export const partialRow = z.object({
  id: z.int(),
  debit_move_id: linkValue,
  credit_move_id: linkValue,
  create_date: stampValue,
});

export type PartialRow = z.infer<typeof partialRow>;

export const messageFields = ['res_id', 'date', 'body', 'message_type', 'subtype_id'] as const;

export const messageRow = z.object({
  id: z.int(),
  res_id: z.int(),
  date: stampValue,
  body: textValue,
  message_type: z.string(),
  subtype_id: linkValue,
});

export type MessageRow = z.infer<typeof messageRow>;
