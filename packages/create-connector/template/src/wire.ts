import { z } from 'zod';

/** The system's answers, as far as this connector reads them. */
export const bill = z.object({
  id: z.int(),
  key: z.string(),
  state: z.string(),
  number: z.string().optional(),
  reference: z.string(),
  supplier: z.object({ siret: z.string() }),
  totals: z.object({ net: z.string(), vat: z.string(), gross: z.string() }),
  files: z.array(z.object({ sha256: z.string() })),
});

export type Bill = z.infer<typeof bill>;

export const bills = z.object({ bills: z.array(bill) });

export const suppliers = z.object({ suppliers: z.array(z.unknown()) });

export const health = z.object({ version: z.string() });

const event = z.object({ word: z.string(), at: z.iso.datetime(), reason: z.string().optional() });

export const changes = z.object({
  changes: z.array(
    event.extend({
      billId: z.int(),
      key: z.string(),
      number: z.string().optional(),
      history: z.array(event),
    }),
  ),
  next: z.int(),
  more: z.boolean(),
});

export type Change = z.infer<typeof changes>['changes'][number];
