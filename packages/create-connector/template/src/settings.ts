import type { SettingsFault } from '@parvis/connector-kit/settings-fault';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

/** What the first step of setting up asks for. */
export const reachSettings = z.object({
  url: z.url({ protocol: /^https?$/ }),
  token: z.string().min(1),
});

const settings = z.strictObject({
  ...reachSettings.shape,
  /** How many changes are read at once. */
  pageSize: z.int().min(1).max(500).default(100),
});

export type __System__Settings = z.infer<typeof settings>;

/** Refuses what it does not understand, field by field; never guesses. */
export const parse__System__Settings = (
  raw: unknown,
): Result<__System__Settings, readonly SettingsFault[]> => {
  const parsed = settings.safeParse(raw, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
};
