import { mappingSettings } from '@parvis/connector-kit/mapping';
import type { SettingsFault } from '@parvis/connector-kit/settings-fault';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

/** Where the server is and who we are there. */
export const accountSettings = z.object({
  /** Address of Dolibarr's first page: `https://compta.mairie.example/dolibarr/`. */
  url: z.url({ protocol: /^https?$/ }),
  /** Key of the account made for Parvis. */
  apiKey: z.string().min(1),
  /** Number of the entity, where the module Multi-company keeps several in one database. */
  entity: z
    .union([z.int().min(1), z.string().regex(/^[1-9]\d{0,8}$/)])
    .transform(Number)
    .optional(),
});

export const booksSettings = z.object({
  /**
   * `deductible`: VAT on its own account. `inclusive`: VAT is part of the expense, as for most purchases of a local
   * authority, which cannot deduct it.
   */
  vat: z.enum(['deductible', 'inclusive']).default('deductible'),
  /** Dolibarr compares the stamps of changes in the time of its own server. */
  timeZone: z.string().refine(isTimeZone).default('Europe/Paris'),
  /** SIRET of a supplier that stands in Dolibarr: an account that may not see it is shown empty lists, and no failure. */
  knownSupplier: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
});

/** Journals and taxes are no part of a bill there: Dolibarr derives them when it hands over to its own accounting. */
const { journal: _journal, taxes: _taxes, ...mapping } = mappingSettings;

export const dolibarrMapping = z.object(mapping);

const settings = z.strictObject({
  ...accountSettings.shape,
  ...booksSettings.shape,
  ...mapping,
  /** How many changes are read at once. */
  pageSize: z.int().min(1).max(500).default(100),
  /** A stamp is not a commit order: each reading begins again this long before the last one ended. */
  overlapSeconds: z.int().min(0).max(86_400).default(300),
});

export type DolibarrSettings = z.infer<typeof settings>;
export type DolibarrAccount = z.infer<typeof accountSettings>;

export const parseDolibarrSettings = (raw: unknown): Result<DolibarrSettings, readonly SettingsFault[]> => {
  const parsed = settings.safeParse(raw, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
