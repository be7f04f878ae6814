import { mappingSettings } from '@parvis/connector-kit/mapping';
import type { SettingsFault } from '@parvis/connector-kit/settings-fault';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

const settings = z.strictObject({
  /** The database's own address: `http://tryton.example:8000/mairie/`. */
  url: z.url({ protocol: /^https?$/ }),
  user: z.string().min(1),
  password: z.string().min(1),
  ...mappingSettings,
  /**
   * `deductible`: VAT on its own account. `inclusive`: VAT is part of the expense, as for most purchases of a local
   * authority, which cannot deduct it.
   */
  vat: z.enum(['deductible', 'inclusive']).default('deductible'),
  paymentTerm: z.string().min(1).optional(),
  /**
   * An invoice dated in a period that is closed: `refuse` it until somebody decides, or book it on `today`, with the
   * supplier's own date kept beside.
   */
  closedPeriod: z.enum(['refuse', 'today']).default('refuse'),
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

const { url, user, password, journal, paymentTerm, vat, payableAccount, expenseAccount, accounts, taxes } =
  settings.shape;

/** What is known after each step of setting up. */
export const reachSettings = z.object({ url, user, password });
export const booksSettings = reachSettings.extend({ vat, journal, paymentTerm });
export const mappedSettings = booksSettings.extend({ payableAccount, expenseAccount, accounts, taxes });
