import { z } from 'zod';

/** The simulator's answers, as far as we read them. */
export const billAnswer = z.object({
  id: z.int(),
  key: z.string(),
  state: z.string(),
  number: z.string().optional(),
  reference: z.string(),
  supplier: z.object({ siret: z.string() }),
  totals: z.object({ net: z.string(), vat: z.string(), gross: z.string() }),
  files: z.array(z.object({ sha256: z.string() })),
});

export type BillAnswer = z.infer<typeof billAnswer>;

export const billsAnswer = z.object({ bills: z.array(billAnswer) });

export const suppliersAnswer = z.object({ suppliers: z.array(z.unknown()) });

const order = z.object({
  id: z.int(),
  number: z.string(),
  supplier: z.object({ siret: z.string() }),
  serviceCode: z.string().optional(),
  label: z.string().optional(),
  left: z.string(),
  validUntil: z.string().optional(),
  closed: z.boolean(),
});

export type OrderAnswer = z.infer<typeof order>;

export const ordersAnswer = z.object({ orders: z.array(order) });

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
