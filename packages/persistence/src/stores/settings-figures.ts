import type {
  ReceivedGroup,
  ServiceFactsAsked,
  SettingsFigures,
} from '@parvis/application/settings/settings-store';
import type { NamedService, SomeServices } from '@parvis/domain/directory/settings-finding';
import { ended } from '@parvis/domain/life-cycle/legal-clock';
import { type EntityManager, In } from 'typeorm';
import { openOn } from '../directory/open-on.js';
import { InvoiceEntity } from '../entities/invoice.entity.js';
import { ServiceEntity } from '../entities/service.entity.js';
import { toService } from '../mappers/directory.mapper.js';
import { toInvoiceRow } from '../mappers/invoice.mapper.js';
import { type GroupRow, keyColumns, keyText, textOfKey, toKey } from './received-keys.js';
import { alikeServices } from './services-alike.js';

export const settingsFigures = (manager: EntityManager): SettingsFigures => ({
  receivedSince: async (structureId, since) => {
    const rows: (GroupRow & { readonly count: number })[] = await manager.query(
      `SELECT ${keyColumns}, count(*)::integer AS count
       FROM invoice WHERE recipient_id = $1 AND deposited_at >= $2
       GROUP BY service_code, carries_engagement, framework`,
      [structureId, since],
    );
    return rows.map((row): ReceivedGroup => ({ ...toKey(row), count: row.count }));
  },
  servicesNamed: async (structureId, codes) => {
    const services = await manager.findBy(ServiceEntity, { structureId, code: In([...codes]) });
    const any = services.length > 0 || (await manager.existsBy(ServiceEntity, { structureId }));
    return { services: services.map(toService), any };
  },
  receivedAmong: async (structureId, { since, keys, limit }) => {
    if (keys.length === 0) return [];
    const found: (GroupRow & { readonly invoice_id: string })[] = await manager.query(
      `SELECT invoice_id, ${keyColumns}
       FROM invoice WHERE recipient_id = $1 AND deposited_at >= $2 AND ${keyText} = ANY($3)
       ORDER BY deposited_at DESC, invoice_id LIMIT $4`,
      [structureId, since, keys.map(textOfKey), limit],
    );
    const rows = await rowsOf(
      manager,
      structureId,
      found.map(({ invoice_id: id }) => id),
    );
    return found.flatMap((key) => {
      const row = rows.get(key.invoice_id);
      return row ? [{ row, key: toKey(key) }] : [];
    });
  },
  serviceFacts: async (structureId, asked) => ({
    ...(await openFacts(manager, structureId, asked)),
    unused: await some(manager, `${isOpen} AND service.updated_at < $3 AND NOT ${invoicedSince('$4')}`, [
      structureId,
      asked,
      asked.settledBefore,
      asked.unusedSince,
    ]),
    closedAndInvoiced: await some(manager, `NOT service.active AND ${invoicedSince('$3')}`, [
      structureId,
      asked,
      asked.recently,
    ]),
    unnamed: await some(manager, `${isOpen} AND btrim(service.name) = service.code`, [structureId, asked]),
    expired: await some(manager, 'service.active AND service.valid_until < $2', [structureId, asked]),
    alike: await alikeServices(manager, structureId, asked),
  }),
});

const rowsOf = async (manager: EntityManager, recipientId: string, ids: readonly string[]) => {
  const rows = await manager.findBy(InvoiceEntity, { recipientId, invoiceId: In([...ids]) });
  return new Map(rows.map((entity) => [entity.invoiceId, toInvoiceRow(entity)]));
};

/** Takes invoices in on the day $2. */
const isOpen = openOn('service', '$2');

const invoicedSince = (since: string): string =>
  `EXISTS (SELECT FROM invoice WHERE recipient_id = $1 AND service_code = service.code AND deposited_at >= ${since})`;

const openFacts = async (manager: EntityManager, structureId: string, { day }: ServiceFactsAsked) => {
  const [row]: { readonly services: number; readonly invoices: number }[] = await manager.query(
    `SELECT
       (SELECT count(*)::integer FROM service WHERE structure_id = $1 AND ${isOpen}) AS services,
       (SELECT count(*)::integer FROM invoice WHERE recipient_id = $1 AND status <> ALL($3)) AS invoices`,
    [structureId, day, ended],
  );
  return { openServices: row?.services ?? 0, openInvoices: row?.invoices ?? 0 };
};

/** How many services of $1 there are such that, and the first of them by code. */
const some = async (
  manager: EntityManager,
  condition: string,
  [structureId, { day, named }, ...instants]: readonly [string, ServiceFactsAsked, ...Date[]],
): Promise<SomeServices> => {
  const rows: (NamedService & { readonly count: number })[] = await manager.query(
    `SELECT code, name, count(*) OVER ()::integer AS count
     FROM service WHERE structure_id = $1 AND $2::date IS NOT NULL AND ${condition}
     ORDER BY code COLLATE "C" LIMIT ${named}`,
    [structureId, day, ...instants],
  );
  return { count: rows[0]?.count ?? 0, first: rows.map(({ code, name }) => ({ code, name })) };
};
