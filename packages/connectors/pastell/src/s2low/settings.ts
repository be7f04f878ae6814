import { pesSettings } from '@parvis/connector-kit/pes/pes-settings';
import type { SettingsFault } from '@parvis/connector-kit/settings-fault';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

const pem = (what: string) =>
  z
    .string()
    .trim()
    .max(50_000)
    .regex(new RegExp(`-----BEGIN [A-Z0-9 ]*${what}-----`));

/** What is needed to be let in. */
export const s2lowAccess = {
  /** The platform's own address: `https://s2low.example/`. */
  url: z.url({ protocol: /^https?$/ }),
  /** In PEM, with the certificates between it and its authority. */
  certificate: pem('CERTIFICATE'),
  privateKey: pem('PRIVATE KEY'),
  passphrase: z.string().min(1).max(1_000).optional(),
  /** Where one certificate serves several accounts. */
  login: z.string().min(1).max(200).optional(),
  password: z.string().min(1).max(1_000).optional(),
  /** Authority of the platform's own certificate, where it is none that everyone trusts. */
  authority: pem('CERTIFICATE').optional(),
} as const;

const settings = z.strictObject({
  ...s2lowAccess,
  ...pesSettings,
  /** Whether a PES Retour is marked as read there once we have stored it; other software then no longer sees it. */
  marksRead: z.boolean().default(true),
  /** How many transactions and how many returns are asked for at once. */
  pageSize: z.int().min(1).max(500).default(50),
});

export type S2lowSettings = z.infer<typeof settings>;

export const parseS2lowSettings = (raw: unknown): Result<S2lowSettings, readonly SettingsFault[]> => {
  const parsed = settings.safeParse(raw, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
};
