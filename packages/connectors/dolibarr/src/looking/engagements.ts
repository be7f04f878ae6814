import type { EngagementsPage } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { DolibarrConnection } from '../connection.js';
import { numberValue, textValue } from '../protocol/values.js';
import { identifiersOf } from './bills-there.js';

const orderRow = z.object({
  id: numberValue,
  ref: z.string(),
  ref_supplier: textValue,
  socid: numberValue,
  status: textValue,
  statut: textValue,
  billed: textValue,
});

/** Approved, ordered, received in part, received; then cancelled (6, 7) and refused (9). Below 2 it binds nobody yet. */
const RECEIVED = '5';
const over: readonly string[] = ['6', '7', '9'];

/** Supplier orders from their approval on. What is left of one Dolibarr does not tell. */
export const engagements = async (
  client: DolibarrConnection,
  after: string | null,
): Promise<EngagementsPage> => {
  const limit = client.settings.pageSize;
  const orders = await client.list(
    {
      path: 'supplierorders',
      filters: [`(t.rowid:>:${Number(after ?? 0)})`, '(t.fk_statut:>=:2)'],
      limit,
    },
    orderRow,
  );
  const identifiers = await identifiersOf(
    client,
    orders.map(({ socid }) => socid),
  );
  const last = orders.at(-1);
  return {
    kind: 'page',
    engagements: orders.map(({ ref, ref_supplier, socid, status, statut, billed }) => {
      const identifier = identifiers.get(socid) ?? '';
      const state = status ?? statut ?? '';
      return {
        number: ref,
        ...(/^\d{14}$/.test(identifier) ? { supplierSiret: identifier } : {}),
        ...(ref_supplier ? { label: ref_supplier } : {}),
        closed: over.includes(state) || (state === RECEIVED && billed === '1'),
      };
    }),
    next: last && orders.length >= limit ? String(last.id) : null,
  };
};
