import type {
  InvoiceListFilter,
  InvoiceLists,
  InvoiceOrder,
  InvoicePage,
} from '@parvis/application/invoice/invoice-list';
import type { Reach } from '@parvis/domain/access/rights';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { InvoiceEntity } from './entities/invoice.entity.js';
import { IssuedInvoiceEntity, ReceivedInvoiceEntity } from './entities/invoice-in-sight.entities.js';
import { holding } from './like-pattern.js';
import { toInvoiceRow } from './mappers/invoice.mapper.js';
import { type PartKind, readCursor, writeCursor } from './page-cursor.js';
import { noSightGuard, type SightGuard } from './sight-guard.js';

type Query = SelectQueryBuilder<InvoiceEntity>;

interface Order {
  /** What an index holds; never null. */
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
  readonly rank: PartKind;
  readonly rankOf: (row: InvoiceEntity) => string;
}

const NEVER_DUE = '9999-12-31';

const orders: Readonly<Record<InvoiceOrder, Order>> = {
  newestFirst: {
    by: 'invoice.depositedAt',
    direction: 'DESC',
    rank: 'instant',
    rankOf: ({ depositedAt }) => depositedAt.toISOString(),
  },
  oldestFirst: {
    by: 'invoice.depositedAt',
    direction: 'ASC',
    rank: 'instant',
    rankOf: ({ depositedAt }) => depositedAt.toISOString(),
  },
  dueFirst: {
    by: `coalesce(invoice.paymentDueDate, DATE '${NEVER_DUE}')`,
    direction: 'ASC',
    rank: 'day',
    rankOf: ({ paymentDueDate }) => paymentDueDate ?? NEVER_DUE,
  },
  largestFirst: {
    by: 'invoice.taxInclusive',
    direction: 'DESC',
    rank: 'decimal',
    rankOf: ({ taxInclusive }) => taxInclusive,
  },
};

/** Lists by keyset: a page costs the same wherever it stands, and nothing is shown twice when invoices arrive. */
export class TypeOrmInvoiceLists implements InvoiceLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly guard: SightGuard = noSightGuard,
  ) {}

  async page(
    filter: InvoiceListFilter,
    order: InvoiceOrder,
    { limit, after }: { readonly limit: number; readonly after?: string },
  ): Promise<InvoicePage> {
    const { by, direction, rankOf } = orders[order];
    const found = await this.select(filter, (query) => {
      query
        .orderBy(by, direction)
        .addOrderBy('invoice.invoiceId', 'ASC')
        .limit(limit + 1);
      if (after !== undefined) follow(query, orders[order], after);
      return query.getMany();
    });
    const shown = found.slice(0, limit);
    const cursors = shown.map((row) => writeCursor([rankOf(row), row.invoiceId]));
    return {
      rows: shown.map(toInvoiceRow),
      next: found.length > limit ? cursors.at(-1) : undefined,
      cursors,
    };
  }

  async countByStatus(filter: InvoiceListFilter) {
    return this.select(filter, (query) =>
      query
        .select('invoice.status', 'status')
        .addSelect('count(*)::integer', 'count')
        .groupBy('invoice.status')
        .getRawMany<{ status: Status; count: number }>(),
    );
  }

  private select<Rows>(filter: InvoiceListFilter, read: (query: Query) => Promise<Rows>): Promise<Rows> {
    return this.guard.read(this.dataSource, (manager, isBound) =>
      read(selected(manager.createQueryBuilder(entityFor(filter, isBound), 'invoice'), filter)),
    );
  }
}

/** Under a sight, views that end where it does. */
const entityFor = ({ scope }: InvoiceListFilter, isBound: boolean): typeof InvoiceEntity => {
  if (!isBound) return InvoiceEntity;
  return 'suppliers' in scope ? IssuedInvoiceEntity : ReceivedInvoiceEntity;
};

const selected = (query: Query, filter: InvoiceListFilter): Query => {
  narrowToScope(query, filter);
  const { statuses, serviceCode, depositedFrom, depositedBefore } = filter;
  if (statuses) query.andWhere('invoice.status = ANY(:statuses)', { statuses });
  if (serviceCode !== undefined) query.andWhere('invoice.serviceCode = :serviceCode', { serviceCode });
  if (depositedFrom) query.andWhere('invoice.depositedAt >= :depositedFrom', { depositedFrom });
  if (depositedBefore) query.andWhere('invoice.depositedAt < :depositedBefore', { depositedBefore });
  narrowToText(query, filter);
  return query;
};

/** The `<=` alone is what an index can begin at; the rest settles rows that are equal there. */
const follow = (query: Query, { by, direction, rank }: Order, cursor: string): void => {
  const [value, invoiceId] = readCursor(cursor, [rank, 'id']);
  const beyond = direction === 'ASC' ? '>' : '<';
  query.andWhere(`${by} ${beyond}= :value AND (${by} ${beyond} :value OR invoice.invoiceId > :invoiceId)`, {
    value,
    invoiceId,
  });
};

const narrowToScope = (query: Query, { scope }: InvoiceListFilter): void => {
  if ('suppliers' in scope) narrowToStructures(query, 'supplierId', scope.suppliers);
  else if (scope.recipients.every(({ services }) => services === undefined))
    narrowToStructures(query, 'recipientId', structuresOf(scope.recipients));
  else narrowToServices(query, scope.recipients);
};

/** One structure is the usual case, and `IN` with one is an equality: the index then gives the order as well. */
const narrowToStructures = (
  query: Query,
  column: 'supplierId' | 'recipientId',
  structures: readonly string[],
): void => {
  if (structures.length === 0) query.where('false');
  else query.where(`invoice.${column} IN (:...structures)`, { structures });
};

/** The structures once more before the services: an index begins with them. */
const narrowToServices = (query: Query, reach: readonly Reach[]): void => {
  narrowToStructures(query, 'recipientId', structuresOf(reach));
  const reached = reach.map(({ structureId, services }, index) => {
    query.setParameter(`reached${index}`, structureId);
    if (services === undefined) return `invoice.recipientId = :reached${index}`;
    query.setParameter(`services${index}`, services);
    return `invoice.recipientId = :reached${index} AND invoice.serviceCode = ANY(:services${index})`;
  });
  query.andWhere(`(${reached.join(' OR ')})`);
};

const structuresOf = (reach: readonly Reach[]): string[] => [
  ...new Set(reach.map(({ structureId }) => structureId)),
];

/** The expressions are those of the text indexes. */
const narrowToText = (query: Query, { text, scope }: InvoiceListFilter): void => {
  if (!text) return;
  const otherSide = 'suppliers' in scope ? 'recipientName' : 'supplierName';
  query.andWhere(
    `lower(invoice.number || E'\\x1f' || invoice.${otherSide} || E'\\x1f' || coalesce(invoice.engagementNumber, '')) LIKE lower(:text)`,
    { text: holding(text) },
  );
};
