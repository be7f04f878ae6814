import {
  type EngagementFilter,
  type EngagementStore,
  plainText,
  searchedText,
} from '@parvis/application/engagements/engagement-store';
import { Decimal } from '@parvis/domain/amount/decimal';
import {
  type Engagement,
  type EngagementSettings,
  type EngagementSource,
  type EngagementState,
  supplierKey,
  usualEngagementSettings,
} from '@parvis/domain/directory/engagement';
import type { EntityManager } from 'typeorm';
import { holding } from '../like-pattern.js';
import { readCursor, writeCursor } from '../page-cursor.js';
import { withoutNulls } from '../without-nulls.js';

/** As the driver gives it: numerics and dates are texts. */
interface EngagementRow {
  readonly recipient_id: string;
  readonly number: string;
  readonly label: string;
  readonly service_code: string | null;
  readonly supplier_identifier: string | null;
  readonly supplier_name: string | null;
  readonly amount_total: string | null;
  readonly amount_left: string | null;
  readonly currency: string;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly source: EngagementSource;
  readonly closed: boolean;
  readonly updated_at: Date;
}

const columns = `recipient_id, number, label, service_code, supplier_identifier, supplier_name, amount_total, amount_left,
  currency, valid_from, valid_until, source, closed, updated_at`;

export const engagementStore = (manager: EntityManager): EngagementStore => {
  const select = async (rest: string, parameters: readonly unknown[]): Promise<Engagement[]> => {
    const rows: EngagementRow[] = await manager.query(`SELECT ${columns} FROM engagement ${rest}`, [
      ...parameters,
    ]);
    return rows.map(toEngagement);
  };
  return {
    settings: async (recipientId) => {
      const rows: { check_by: EngagementSettings['check']; accepts_excess: boolean }[] = await manager.query(
        'SELECT check_by, accepts_excess FROM engagement_settings WHERE recipient_id = $1',
        [recipientId],
      );
      const [row] = rows;
      return row ? { check: row.check_by, acceptsExcess: row.accepts_excess } : usualEngagementSettings;
    },
    changeSettings: async (recipientId, { check, acceptsExcess }, at) => {
      await manager.query(
        `INSERT INTO engagement_settings (recipient_id, check_by, accepts_excess, updated_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (recipient_id) DO UPDATE
        SET check_by = excluded.check_by, accepts_excess = excluded.accepts_excess, updated_at = excluded.updated_at`,
        [recipientId, check, acceptsExcess, at],
      );
    },
    any: async (recipientId) => {
      const found: unknown[] = await manager.query(
        'SELECT 1 FROM engagement WHERE recipient_id = $1 LIMIT 1',
        [recipientId],
      );
      return found.length > 0;
    },
    find: async (recipientId, number) =>
      (await select('WHERE recipient_id = $1 AND number = $2', [recipientId, number]))[0],
    findMany: (recipientId, numbers) =>
      select('WHERE recipient_id = $1 AND number = ANY($2)', [recipientId, numbers]),
    openOfSupplier: (recipientId, keys, limit) =>
      select('WHERE recipient_id = $1 AND supplier_key = ANY($2) AND NOT closed ORDER BY number LIMIT $3', [
        recipientId,
        keys,
        limit,
      ]),
    page: async (filter, { limit, after }) => {
      const { where, parameters } = condition(filter);
      const from = after === undefined ? undefined : readCursor(after, ['text'])[0];
      const following = from === undefined ? '' : `AND number > $${parameters.push(from)}`;
      const rows = await select(
        `WHERE ${where} ${following} ORDER BY number LIMIT $${parameters.push(limit + 1)}`,
        parameters,
      );
      const engagements = rows.slice(0, limit);
      const cursors = engagements.map(({ number }) => writeCursor([number]));
      return { engagements, next: rows.length > limit ? cursors.at(-1) : undefined, cursors };
    },
    count: async (filter) => {
      const { where, parameters } = condition(filter);
      const rows: { count: number }[] = await manager.query(
        `SELECT count(*)::integer AS count FROM engagement WHERE ${where}`,
        parameters,
      );
      return rows[0]?.count ?? 0;
    },
    put: async (engagements) => {
      for (let at = 0; at < engagements.length; at += rowsAtOnce)
        await manager.query(upsert, [JSON.stringify(engagements.slice(at, at + rowsAtOnce).map(toRow))]);
    },
    lock: async (recipientId) => {
      await manager.query('SELECT 1 FROM structure WHERE structure_id = $1 FOR NO KEY UPDATE', [recipientId]);
    },
  };
};

/** Each statement far below what one may take. */
const rowsAtOnce = 5_000;

/** One statement for thousands of rows: they travel as one JSON text. */
const upsert = `INSERT INTO engagement (${columns}, supplier_key, plain_text)
  SELECT ${columns}, supplier_key, plain_text FROM jsonb_to_recordset($1::jsonb) AS given (
    recipient_id uuid, number text, label text, service_code text, supplier_identifier text, supplier_name text,
    amount_total numeric, amount_left numeric, currency text, valid_from date, valid_until date, source text,
    closed boolean, updated_at timestamptz, supplier_key text, plain_text text)
  ON CONFLICT (recipient_id, number) DO UPDATE SET
    label = excluded.label, service_code = excluded.service_code, supplier_identifier = excluded.supplier_identifier,
    supplier_name = excluded.supplier_name, amount_total = excluded.amount_total, amount_left = excluded.amount_left,
    currency = excluded.currency, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
    source = excluded.source, closed = excluded.closed, updated_at = excluded.updated_at,
    supplier_key = excluded.supplier_key, plain_text = excluded.plain_text`;

const stateOn: Readonly<Record<EngagementState, string>> = {
  closed: 'closed',
  notYet: 'NOT closed AND valid_from > $day',
  expired: 'NOT closed AND valid_until < $day AND (valid_from IS NULL OR valid_from <= $day)',
  open: 'NOT closed AND (valid_from IS NULL OR valid_from <= $day) AND (valid_until IS NULL OR valid_until >= $day)',
};

const condition = ({ recipientId, services, search, serviceCode, state, day }: EngagementFilter) => {
  const parameters: unknown[] = [recipientId];
  const where = ['recipient_id = $1'];
  if (services) where.push(`service_code = ANY($${parameters.push(services)})`);
  if (serviceCode !== undefined) where.push(`service_code = $${parameters.push(serviceCode)}`);
  if (search) where.push(`plain_text LIKE $${parameters.push(holding(plainText(search)))}`);
  if (state === 'closed') where.push('closed');
  else if (state) where.push(stateOn[state].replaceAll('$day', `$${parameters.push(day)}::date`));
  return { where: where.join(' AND '), parameters };
};

const toEngagement = (row: EngagementRow): Engagement => ({
  recipientId: row.recipient_id,
  number: row.number,
  label: row.label,
  currency: row.currency,
  source: row.source,
  closed: row.closed,
  updatedAt: row.updated_at,
  ...withoutNulls({
    serviceCode: row.service_code,
    supplierIdentifier: row.supplier_identifier,
    supplierName: row.supplier_name,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    amountTotal: decimalOf(row.amount_total),
    amountLeft: decimalOf(row.amount_left),
  }),
});

/** Exact: the driver gives numerics as texts. */
const decimalOf = (text: string | null): Decimal | null => (text === null ? null : Decimal.of(text));

const toRow = (engagement: Engagement) => ({
  recipient_id: engagement.recipientId,
  number: engagement.number,
  label: engagement.label,
  service_code: engagement.serviceCode,
  supplier_identifier: engagement.supplierIdentifier,
  supplier_key: engagement.supplierIdentifier && supplierKey(engagement.supplierIdentifier),
  supplier_name: engagement.supplierName,
  amount_total: engagement.amountTotal,
  amount_left: engagement.amountLeft,
  currency: engagement.currency,
  valid_from: engagement.validFrom,
  valid_until: engagement.validUntil,
  source: engagement.source,
  closed: engagement.closed,
  updated_at: engagement.updatedAt,
  plain_text: searchedText(engagement),
});
