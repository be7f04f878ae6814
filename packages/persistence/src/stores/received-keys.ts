import type { ReceivedKey } from '@parvis/application/settings/settings-store';

/** What invoices are told apart by, as the database has it. */
export interface GroupRow {
  readonly service_code: string | null;
  readonly carries_engagement: boolean;
  readonly framework: string | null;
}

export const keyColumns = 'service_code, carries_engagement, framework';

/** The three as one text, so that many of them are one parameter; the separator is a character nobody types. */
export const keyText = `coalesce(service_code, '') || E'\\x1f' || carries_engagement::text || E'\\x1f' || coalesce(framework, '')`;

export const textOfKey = ({ serviceCode = '', carriesEngagement, framework = '' }: ReceivedKey): string =>
  [serviceCode, String(carriesEngagement), framework].join('\u001f');

export const toKey = (row: GroupRow): ReceivedKey => ({
  serviceCode: row.service_code ?? undefined,
  carriesEngagement: row.carries_engagement,
  framework: row.framework ?? undefined,
});
