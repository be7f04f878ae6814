import { dropSettingsParser } from '@parvis/connector-kit/drop/drop-settings';
import { z } from 'zod';

/** What an exchange of pivot files asks for besides the place. */
export const parseFileExchangeSettings = dropSettingsParser({
  /** One XML for each invoice, or an archive of it with its files and a list of them. */
  packaging: z.enum(['xml', 'tar.gz']).default('xml'),
  /** After our own reference, or as Chorus Pro names its flows. */
  naming: z.enum(['key', 'flow']).default('key'),
  /** Six characters, given with a connection to Chorus Pro; here they name the sender of the files. */
  application: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{6}$/)
    .default('PARV01'),
  /** Of the entity's software: three to eight characters. */
  receiver: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{3,8}$/)
    .default('COMPTA'),
  interface: z
    .string()
    .trim()
    .regex(/^[A-Z]{3}\d{4}[A-Z]$/)
    .default('FEN0036A'),
  /** How many files one page of news tells of. */
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
});

export type FileExchangeSettings = Extract<
  ReturnType<typeof parseFileExchangeSettings>,
  { ok: true }
>['value'];
