import { dropSettingsParser } from '@parvis/connector-kit/drop/drop-settings';
import { pesSettings } from '@parvis/connector-kit/pes/pes-settings';
import { z } from 'zod';

export const parsePesFileSettings = dropSettingsParser({
  ...pesSettings,
  /** How many answers of Hélios are read at once. */
  pageSize: z.int().min(1).max(500).default(50),
});

export type PesFileSettings = Extract<
  ReturnType<typeof parsePesFileSettings>,
  { readonly ok: true }
>['value'];
