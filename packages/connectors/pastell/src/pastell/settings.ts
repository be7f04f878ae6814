import { pesSettings, whole } from '@parvis/connector-kit/pes/pes-settings';
import type { SettingsFault } from '@parvis/connector-kit/settings-fault';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

/** What is needed to be let in. */
export const pastellAccess = {
  /** Pastell's own address: `https://pastell.example/`. */
  url: z.url({ protocol: /^https?$/ }),
  user: z.string().min(1).max(200),
  password: z.string().min(1).max(1_000),
  /** Number of the entity in Pastell (id_e). */
  entity: whole(1, 999_999_999),
} as const;

const word = z.string().regex(/^[a-z0-9_-]{1,60}$/);

/** Which documents are made there, and what is done with them. */
export const pastellDocuments = {
  documentType: z.enum(['helios-generique', 'ls-helios']).default('helios-generique'),
  /** The act that sends a document on its way; a person does it in Pastell otherwise. */
  action: word.optional(),
  /** Documents in which Pastell keeps what Hélios sends back. */
  returnsType: word.default('helios-pes-retour'),
} as const;

const settings = z.strictObject({
  ...pastellAccess,
  ...pastellDocuments,
  ...pesSettings,
  /** How many lines of the journal that concern us make one page. */
  pageSize: z.int().min(1).max(500).default(50),
});

export type PastellSettings = z.infer<typeof settings>;

export const parsePastellSettings = (raw: unknown): Result<PastellSettings, readonly SettingsFault[]> => {
  const parsed = settings.safeParse(raw, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
};
