import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { OdooClient } from '../protocol/odoo-client.js';

/**
 * External identifiers (`module.name`) have a unique index in Odoo: what was loaded under one is found again and never
 * made twice. Ours bear a module name of their own, which no installed module has.
 */
export const billId = (key: DeliveryKey): string => `parvis.${key.replace('parvis:', '').replace(':', '-')}`;

/** A line without one would be added again by a second load of the same bill. */
export const lineId = (key: DeliveryKey, index: number): string => `${billId(key)}-line-${index + 1}`;

/** Odoo allows every sign but spaces. */
export const supplierId = (identifier: string): string =>
  `parvis.supplier-${identifier.replaceAll(/[^A-Za-z0-9]/g, '-')}`;

/** `parvis.<uuid>-<revision>` → the key; undefined for anything else. */
export const keyOf = (externalId: string | undefined): DeliveryKey | undefined => {
  const [, invoice, revision] = /^parvis\.([0-9a-f-]{36})-(\d+)$/.exec(externalId ?? '') ?? [];
  return invoice && revision ? (`parvis:${invoice}:${revision}` as DeliveryKey) : undefined;
};

const externalIds = z.record(z.string(), z.string());

/** The external identifier of each record that has one. */
export const externalIdsOf = async (
  client: OdooClient,
  model: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  if (ids.length === 0) return new Map();
  const told = await client.call({ model, method: 'get_external_id', ids }, externalIds);
  return new Map(Object.entries(told).flatMap(([id, name]) => (name ? [[Number(id), name]] : [])));
};
