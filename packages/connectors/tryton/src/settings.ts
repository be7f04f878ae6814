import type { SettingsFault } from '@parvis/connector-kit/connector-kind';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

const code = z.string().min(1);

const settings = z.strictObject({
  /** The database's own address: `http://tryton.example:8000/mairie/`. */
  url: z.url({ protocol: /^https?$/ }),
  user: z.string().min(1),
  password: z.string().min(1),
  /** Account on which suppliers are owed: `40110`. */
  payableAccount: code,
  /** Account of a line for which no rule says otherwise. */
  expenseAccount: code,
  /** Account by service: the first rule that fits. */
  accounts: z.array(z.strictObject({ serviceCode: code, account: code })).default([]),
  /**
   * `deductible`: VAT on its own account. `inclusive`: VAT is part of the expense, as for most purchases of a local
   * authority, which cannot deduct it.
   */
  vat: z.enum(['deductible', 'inclusive']).default('deductible'),
  /** The purchase tax of a rate, by its name in Tryton, where the rate alone does not tell; 20 means 20 %. */
  taxes: z
    .array(z.strictObject({ rate: z.string().regex(/^\d+(\.\d+)?$/), name: z.string().min(1) }))
    .default([]),
  /** Journal of supplier bills, by its code; the first expense journal otherwise. */
  journal: code.optional(),
  paymentTerm: z.string().min(1).optional(),
  /** How many changes are read at once. */
  pageSize: z.int().min(1).max(1000).default(100),
  /** A stamp is not a commit order: each reading begins again this long before the last one ended. */
  overlapSeconds: z.int().min(0).max(86_400).default(300),
});

export type TrytonSettings = z.infer<typeof settings>;

export const parseTrytonSettings = (raw: unknown): Result<TrytonSettings, readonly SettingsFault[]> => {
  const parsed = settings.safeParse(raw, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
};
