import type { Actor } from '@parvis/domain/access/actor';
import { may, reachOf } from '@parvis/domain/access/rights';
import type { Language } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { WrittenCell, WrittenTable } from '@parvis/domain/tables/table';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import { engagementPlan } from './engagement-plan.js';
import { importDesks, rowWriter } from './import-desk.js';
import type { ImportKind } from './import-plan.js';
import { servicePlan } from './service-plan.js';

export interface ExportCommand {
  readonly kind: ImportKind;
  readonly structureId: string;
  readonly language: Language;
}

/** A table with a name for its file, without extension. */
export interface NamedTable {
  readonly table: WrittenTable;
  readonly fileName: string;
}

export type ExportTable = (command: ExportCommand, actor: Actor) => Promise<Result<NamedTable, ActRefusal>>;

export const exportRights = { services: 'settings:read', engagements: 'engagement:read' } as const;

const rowsAtOnce = 2_000;

/**
 * Everything the actor may read of one kind, as an import would take it back. Pages are read as the file is written, each in
 * a unit of work of its own, so that nobody waits for a slow reader.
 */
export const makeExportTable =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): ExportTable =>
  async ({ kind, structureId, language }, actor) => {
    const right = exportRights[kind];
    if (!may(actor, right, structureId)) return refuse({ code: 'not-allowed', right });
    const services = reachOf(actor, right).find((reach) => reach.structureId === structureId)?.services;
    const day = calendarDay(now());
    const readPage = pageReaders[kind]({ structureId, language, day, ...(services && { services }) });
    const { name, columns } = importDesks[kind];
    return accept({
      fileName: `${name[language].toLowerCase()}-${day}`,
      table: {
        name: name[language],
        language,
        columns: columns.map(({ header, ...column }) => ({ ...column, header: header[language] })),
        rows: rowsOf((after) => work.run((stores) => readPage(stores, after))),
      },
    });
  };

interface RowPage {
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly next: string | undefined;
}

interface Asked {
  readonly structureId: string;
  readonly language: Language;
  readonly day: CalendarDate;
  readonly services?: readonly string[];
}

type PageReader = (asked: Asked) => (stores: Stores, after: string | undefined) => Promise<RowPage>;

const pageReaders: Readonly<Record<ImportKind, PageReader>> = {
  services: ({ structureId, language }) => {
    const write = rowWriter(servicePlan, language);
    return async ({ settings }, after) => {
      const page = await settings.services(structureId, {}, windowAfter(after));
      return { rows: page.services.map(write), next: page.next };
    };
  },
  engagements: ({ structureId, language, day, services }) => {
    const write = rowWriter(engagementPlan, language);
    return async ({ engagements }, after) => {
      const filter = { recipientId: structureId, day, ...(services && { services }) };
      const page = await engagements.page(filter, windowAfter(after));
      return { rows: page.engagements.map(write), next: page.next };
    };
  },
};

const windowAfter = (after: string | undefined) => ({
  limit: rowsAtOnce,
  ...(after === undefined ? {} : { after }),
});

async function* rowsOf(
  read: (after: string | undefined) => Promise<RowPage>,
): AsyncGenerator<readonly WrittenCell[]> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield* page.rows;
    after = page.next;
  } while (after !== undefined);
}
