import type {
  InvoiceListFilter,
  InvoiceLists,
  InvoiceOrder,
  InvoicePage,
  InvoiceRow,
} from '../invoice/invoice-list.js';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import type { Work } from '../ports/work.js';
import { pageOf, type Rank, type Window } from './memory-page.js';
import type { MemoryTables } from './memory-tables.js';

export class MemoryInvoiceLists implements InvoiceLists {
  constructor(
    private readonly tables: MemoryTables,
    /** Lists show what is committed: they wait for the unit of work under way. */
    private readonly work: Work,
  ) {}

  async page(filter: InvoiceListFilter, order: InvoiceOrder, window: Window): Promise<InvoicePage> {
    const rows = await this.selected(filter);
    return pageOf(rows, (row) => [...rankBy[order](row), row.ref.invoiceId], window);
  }

  async countByStatus(filter: InvoiceListFilter) {
    const groups = Map.groupBy(await this.selected(filter), ({ status }) => status);
    return [...groups].map(([status, rows]) => ({ status, count: rows.length }));
  }

  private selected(filter: InvoiceListFilter): Promise<InvoiceRow[]> {
    return this.work.run(async () =>
      [...this.tables.invoices.values()].map(toRow).filter((row) => matches(row, filter)),
    );
  }
}

const toRow = ({ content, warnings, ...row }: StoredInvoice): InvoiceRow => row;

const rankBy: Record<InvoiceOrder, (row: InvoiceRow) => Rank> = {
  newestFirst: ({ depositedAt }) => [-depositedAt.getTime()],
  oldestFirst: ({ depositedAt }) => [depositedAt.getTime()],
  dueFirst: ({ paymentDueDate = '9999-12-31' }) => [paymentDueDate],
  // Ranks order test data, whose amounts a float holds; money is never computed this way.
  largestFirst: ({ taxInclusive }) => [-Number(taxInclusive.toString())],
};

const matches = (row: InvoiceRow, filter: InvoiceListFilter): boolean =>
  isInScope(row, filter) &&
  (filter.statuses?.includes(row.status) ?? true) &&
  (filter.serviceCode === undefined || row.serviceCode === filter.serviceCode) &&
  (filter.depositedFrom === undefined || row.depositedAt >= filter.depositedFrom) &&
  (filter.depositedBefore === undefined || row.depositedAt < filter.depositedBefore) &&
  holdsText(row, filter);

const isInScope = ({ supplierId, ref, serviceCode }: InvoiceRow, { scope }: InvoiceListFilter): boolean =>
  'suppliers' in scope
    ? scope.suppliers.includes(supplierId)
    : scope.recipients.some(
        ({ structureId, services }) =>
          structureId === ref.recipientId &&
          (services === undefined || (serviceCode !== undefined && services.includes(serviceCode))),
      );

const holdsText = (row: InvoiceRow, { text, scope }: InvoiceListFilter): boolean => {
  if (!text) return true;
  const otherSide = 'suppliers' in scope ? row.recipientName : row.supplierName;
  return [row.number, otherSide, row.engagementNumber ?? ''].some((field) =>
    field.toLowerCase().includes(text.toLowerCase()),
  );
};
