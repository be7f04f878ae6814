import { discrepancyTable } from '@parvis/application/accounting/discrepancy-table';
import type { Discrepancy, Reconciliation } from '@parvis/application/accounting/reconciliation-store';
import type { ViewReconciliations } from '@parvis/application/accounting/view-reconciliations';
import { type TableFormat, tableFormats } from '@parvis/domain/tables/table';
import { calendarDay } from '@parvis/domain/time/paris';
import { sendRefusal } from '../../http/problem.js';
import type { Route } from '../../http/route.js';
import type { ImportUseCases } from '../../imports/import-use-cases.js';
import { languageOf, sendTable, textOf } from '../../imports/tables.routes.js';
import { principalOf } from '../../request-context.js';
import type { ReconciliationUseCases } from './reconciliation-use-cases.js';

type Uses = Pick<ReconciliationUseCases, 'viewReconciliations'> & Pick<ImportUseCases, 'writeTable'>;
type Viewer = Parameters<ViewReconciliations['discrepancies']>[1];

/** `GET /exports/discrepancies.csv?reconciliation=`: what a comparison found, for a spreadsheet. */
export const discrepancyRoutes = (useCases: Uses): readonly Route[] =>
  tableFormats.map((format) => discrepancyRoute(useCases, format));

const discrepancyRoute = ({ viewReconciliations, writeTable }: Uses, format: TableFormat): Route => ({
  method: 'get',
  path: `/exports/discrepancies.${format}`,
  binding: { kind: 'right', right: 'connector:read' },
  handle: async (request, response, caller) => {
    const viewer = principalOf(caller);
    const found = await viewReconciliations.one(textOf(request, 'reconciliation'), viewer);
    if (!found) return sendRefusal(response, { code: 'connection-not-found' }, caller.language);
    const language = languageOf(request, caller);
    const word = language === 'fr' ? 'ecarts' : 'discrepancies';
    const table = discrepancyTable(pagesOf(viewReconciliations, found, viewer), language);
    const value = { table, fileName: `${word}-${calendarDay(found.startedAt)}` };
    await sendTable(response, { ok: true, value }, { format, writeTable, caller });
  },
});

async function* pagesOf(
  { discrepancies }: ViewReconciliations,
  reconciliation: Reconciliation,
  viewer: Viewer,
): AsyncGenerator<readonly Discrepancy[]> {
  let after: string | undefined;
  do {
    const window = { limit: 100, ...(after === undefined ? {} : { after }) };
    const page = await discrepancies({ reconciliation, ...window }, viewer);
    yield page.discrepancies;
    after = page.next;
  } while (after !== undefined);
}
