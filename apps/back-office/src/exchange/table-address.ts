import type { Language } from '@parvis/web-kit/words/i18n';

export type ExchangeKind = 'services' | 'engagements';
export type ExchangeFormat = 'csv' | 'xlsx';

/** Where the gateway writes tables; the browser fetches them by itself, with its session. */
export const exportAddress = (
  kind: ExchangeKind,
  format: ExchangeFormat,
  structureId: string,
  language: Language,
): string => `/exports/${kind}.${format}?${new URLSearchParams({ structure: structureId, lang: language })}`;

export const templateAddress = (kind: ExchangeKind, format: ExchangeFormat, language: Language): string =>
  `/exports/${kind}-template.${format}?${new URLSearchParams({ lang: language })}`;

export const faultyRowsAddress = (
  kind: ExchangeKind,
  structureId: string,
  uploadId: string,
  language: Language,
): string =>
  `/imports/faulty-rows.csv?${new URLSearchParams({ kind, structure: structureId, upload: uploadId, lang: language })}`;
