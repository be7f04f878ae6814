import { z } from 'zod';

/** The simulator's answers, as far as we read them. */
export const billAnswer = z.object({
  id: z.int(),
  key: z.string(),
  state: z.string(),
  number: z.string().optional(),
  totals: z.object({ net: z.string(), vat: z.string(), gross: z.string() }),
  files: z.array(z.object({ sha256: z.string() })),
});

export type BillAnswer = z.infer<typeof billAnswer>;

export const billsAnswer = z.object({ bills: z.array(billAnswer) });

export const healthAnswer = z.object({ version: z.string() });

const event = z.object({ word: z.string(), at: z.iso.datetime(), reason: z.string().optional() });

export const changeAnswer = event.extend({
  billId: z.int(),
  key: z.string(),
  number: z.string().optional(),
  history: z.array(event),
});

export type ChangeAnswer = z.infer<typeof changeAnswer>;

export const changesAnswer = z.object({
  changes: z.array(changeAnswer),
  next: z.int(),
  more: z.boolean(),
});

export const errorAnswer = z.object({ error: z.object({ message: z.string() }) });
