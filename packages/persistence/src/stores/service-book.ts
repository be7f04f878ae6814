import type { ServiceBook } from '@parvis/application/imports/service-book';
import type { EntityManager } from 'typeorm';
import { ServiceEntity } from '../entities/service.entity.js';
import { serviceToColumns, toService } from '../mappers/directory.mapper.js';

export const serviceBook = (manager: EntityManager): ServiceBook => ({
  all: async (structureId) => {
    const rows = await manager
      .createQueryBuilder(ServiceEntity, 'service')
      .where('service.structureId = :structureId', { structureId })
      .orderBy('service.code COLLATE "C"')
      .getMany();
    return rows.map(toService);
  },
  put: async (structureId, services, at) => {
    for (let first = 0; first < services.length; first += rowsAtOnce) {
      const some = services.slice(first, first + rowsAtOnce).map(serviceToColumns);
      await manager.query(upsert, [structureId, at, JSON.stringify(some)]);
    }
  },
  lock: async (structureId) => {
    await manager.query('SELECT 1 FROM structure WHERE structure_id = $1 FOR NO KEY UPDATE', [structureId]);
  },
});

/** Each statement far below what one may take. */
const rowsAtOnce = 5_000;

/** One statement for thousands of rows: they travel as one JSON text, under the names of our own fields. */
const upsert = `INSERT INTO service (structure_id, code, name, active, engagement_number_required, description, street,
    post_code, town, valid_from, valid_until, reports_payment, contact_email, position, updated_at)
  SELECT $1, code, name, active, "engagementNumberRequired", description, street, "postCode", town, "validFrom",
    "validUntil", "reportsPayment", "contactEmail",
    (SELECT coalesce(max(position), -1) FROM service WHERE structure_id = $1) + row_number() OVER (ORDER BY code COLLATE "C"),
    $2
  FROM jsonb_to_recordset($3::jsonb) AS given (
    code text, name text, active boolean, "engagementNumberRequired" boolean, description text, street text,
    "postCode" text, town text, "validFrom" date, "validUntil" date, "reportsPayment" boolean, "contactEmail" text)
  ON CONFLICT (structure_id, code) DO UPDATE SET
    name = excluded.name, active = excluded.active,
    engagement_number_required = excluded.engagement_number_required, description = excluded.description,
    street = excluded.street, post_code = excluded.post_code, town = excluded.town, valid_from = excluded.valid_from,
    valid_until = excluded.valid_until, reports_payment = excluded.reports_payment,
    contact_email = excluded.contact_email, updated_at = excluded.updated_at`;
