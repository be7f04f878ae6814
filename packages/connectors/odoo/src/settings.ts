import { mappingSettings } from '@parvis/connector-kit/mapping';
import type { SettingsFault } from '@parvis/connector-kit/settings-fault';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

/** Where the server is and who we are there. */
export const accountSettings = z.object({
  /** Address of the server, without `/web` or `/odoo`: `https://mairie.odoo.example`. */
  url: z.url({ protocol: /^https?$/ }),
  /** Name of the database. */
  database: z.string().trim().min(1),
  /** E-mail or login of the account made for Parvis. Not asked by Odoo 19 and later, where the key alone tells. */
  user: z.string().trim().min(1),
  apiKey: z.string().min(1),
});

export const booksSettings = z.object({
  /** Name of the company whose books these are; the account's own one otherwise. */
  company: z.string().trim().min(1).optional(),
  /**
   * `deductible`: VAT on its own account. `inclusive`: VAT is part of the expense, as for most purchases of a local
   * authority, which cannot deduct it.
   */
  vat: z.enum(['deductible', 'inclusive']).default('deductible'),
});

const settings = z.strictObject({
  ...accountSettings.shape,
  ...booksSettings.shape,
  ...mappingSettings,
  /** How many changes are read at once. */
  pageSize: z.int().min(1).max(1000).default(100),
  /** A stamp is not a commit order: each reading begins again this long before the last one ended. */
  overlapSeconds: z.int().min(0).max(86_400).default(300),
});

export type OdooSettings = z.infer<typeof settings>;
export type OdooAccount = z.infer<typeof accountSettings>;

export const parseOdooSettings = (raw: unknown): Result<OdooSettings, readonly SettingsFault[]> => {
  const parsed = settings.safeParse(raw, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
};
