import { dropSettingsParser } from '@parvis/connector-kit/drop/drop-settings';
import { z } from 'zod';

export const parsePeppolSettings = dropSettingsParser({
  /** How many files one page of news tells of. */
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
});

export type PeppolSettings = Extract<ReturnType<typeof parsePeppolSettings>, { ok: true }>['value'];
