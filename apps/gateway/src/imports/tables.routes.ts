import { pipeline } from 'node:stream/promises';
import { exportRights, type NamedTable } from '@parvis/application/imports/export-table';
import { type ImportKind, importKinds } from '@parvis/application/imports/import-plan';
import { makeTemplate } from '@parvis/application/imports/make-template';
import type { ActRefusal } from '@parvis/application/refusals';
import type { Language } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import { type TableFormat, tableFormats } from '@parvis/domain/tables/table';
import type { Request, Response } from 'express';
import { contentDisposition } from '../http/content-disposition.js';
import type { Caller } from '../http/identify.js';
import { sendRefusal } from '../http/problem.js';
import type { Route } from '../http/route.js';
import { principalOf } from '../request-context.js';
import type { ImportUseCases } from './import-use-cases.js';

const mediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `GET /exports/…`: tables out, as an import takes them back; and what is wrong with a file that was sent. */
export const tableRoutes = (useCases: ImportUseCases): readonly Route[] =>
  tableFormats.flatMap((format) => [
    ...importKinds.flatMap((kind) => [
      exportRoute(useCases, kind, format),
      templateRoute(useCases, kind, format),
    ]),
    faultyRowsRoute(useCases, format),
  ]);

const exportRoute = (
  { exportTable, writeTable }: ImportUseCases,
  kind: ImportKind,
  format: TableFormat,
): Route => ({
  method: 'get',
  path: `/exports/${kind}.${format}`,
  binding: { kind: 'right', right: exportRights[kind] },
  handle: async (request, response, caller) => {
    const structureId = textOf(request, 'structure');
    const language = languageOf(request, caller);
    const exported = await exportTable({ kind, structureId, language }, principalOf(caller));
    await sendTable(response, exported, { format, writeTable, caller });
  },
});

const templateRoute = ({ writeTable }: ImportUseCases, kind: ImportKind, format: TableFormat): Route => ({
  method: 'get',
  path: `/exports/${kind}-template.${format}`,
  binding: { kind: 'open', reason: 'empty columns are no secret' },
  handle: async (request, response, caller) => {
    const value = makeTemplate(kind, languageOf(request, caller));
    await sendTable(response, { ok: true, value }, { format, writeTable, caller });
  },
});

const faultyRowsRoute = ({ listFaultyRows, writeTable }: ImportUseCases, format: TableFormat): Route => ({
  method: 'get',
  path: `/imports/faulty-rows.${format}`,
  binding: { kind: 'anyRight', rights: ['settings:change', 'engagement:manage'] },
  handle: async (request, response, caller) => {
    const command = {
      kind: textOf(request, 'kind') === 'engagements' ? ('engagements' as const) : ('services' as const),
      structureId: textOf(request, 'structure'),
      uploadId: textOf(request, 'upload'),
      closeMissing: false,
      language: languageOf(request, caller),
    };
    const listed = await listFaultyRows(command, principalOf(caller));
    await sendTable(response, listed, { format, writeTable, caller });
  },
});

interface Sending {
  readonly format: TableFormat;
  readonly writeTable: ImportUseCases['writeTable'];
  readonly caller: Caller;
}

export const sendTable = async (
  response: Response,
  made: Result<NamedTable, ActRefusal>,
  { format, writeTable, caller }: Sending,
): Promise<void> => {
  if (!made.ok) return sendRefusal(response, made.refusal, caller.language);
  const { table, fileName } = made.value;
  response.set({
    'Content-Type': mediaTypes[format],
    'Content-Disposition': contentDisposition('attachment', `${fileName}.${format}`),
    'Cache-Control': 'private, no-store',
  });
  try {
    await pipeline(writeTable(format, table), response);
  } catch (failure) {
    // Whoever went away needs no answer; a table broken off in the middle must not look whole.
    if (!isGone(failure)) throw failure;
  }
};

const isGone = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === 'ERR_STREAM_PREMATURE_CLOSE';

export const textOf = ({ query }: Request, name: string): string => {
  const { [name]: value } = query;
  return typeof value === 'string' ? value : '';
};

export const languageOf = ({ query }: Request, caller: Caller): Language => {
  const { lang } = query;
  return lang === 'fr' || lang === 'en' ? lang : caller.language;
};
