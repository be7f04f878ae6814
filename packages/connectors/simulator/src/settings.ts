import type { SettingsFault } from '@parvis/connector-kit/settings-fault';
import { settingsFaults } from '@parvis/connector-kit/settings-fault';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';

const settings = z.strictObject({
  /** Where the simulator answers: `http://localhost:4001/`. */
  url: z.url({ protocol: /^https?$/ }),
  token: z.string().min(1),
  /** How many changes one page of news holds. */
  pageSize: z.int().min(1).max(500).default(100),
});

export type SimulatorSettings = z.infer<typeof settings>;

/** What the first step of setting up needs. */
export const reachSettings = z.object({ url: settings.shape.url, token: settings.shape.token });

export const parseSimulatorSettings = (raw: unknown): Result<SimulatorSettings, readonly SettingsFault[]> => {
  const parsed = settings.safeParse(raw, { reportInput: true });
  return parsed.success ? accept(parsed.data) : refuse(settingsFaults(parsed.error.issues));
};
