import type { BillsPage } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { DolibarrConnection } from '../connection.js';
import { ABANDONED, billRow, isNumbered } from '../delivering/bill-row.js';
import { keyOf } from '../news/decode-bill.js';
import { oursFilter } from '../news/read-news.js';
import { numberValue, textValue } from '../protocol/values.js';
import { statusWord } from '../status-words.js';

/** Every bill of ours, by Dolibarr's own identifier. */
export const billsThere = async (client: DolibarrConnection, after: string | null): Promise<BillsPage> => {
  const limit = client.settings.pageSize;
  const rows = await client.list(
    { path: 'supplierinvoices', filters: [oursFilter, `(t.rowid:>:${Number(after ?? 0)})`], limit },
    billRow,
  );
  const identifiers = await identifiersOf(
    client,
    rows.map(({ socid }) => socid),
  );
  const last = rows.at(-1);
  return {
    kind: 'page',
    bills: rows.map((row) => {
      const supplierIdentifier = identifiers.get(row.socid);
      return {
        reference: { id: String(row.id), ...(isNumbered(row.ref) ? { number: row.ref } : {}) },
        ...keyOf(row),
        ...(row.ref_supplier ? { invoiceNumber: row.ref_supplier } : {}),
        ...(supplierIdentifier ? { supplierIdentifier } : {}),
        gross: row.total_ttc.toString(),
        sourceCode: statusWord(row.status),
        cancelled: row.status === ABANDONED,
      };
    }),
    next: last && rows.length >= limit ? String(last.id) : null,
  };
};

const partyRow = z.object({ id: numberValue, idprof2: textValue, tva_intra: textValue });

/** What suppliers are known by: their SIRET, or their VAT number. */
export const identifiersOf = async (
  client: DolibarrConnection,
  parties: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  if (parties.length === 0) return new Map();
  const filters = [`(t.rowid:in:${[...new Set(parties)].join(',')})`];
  const rows = await client.list({ path: 'thirdparties', filters }, partyRow);
  return new Map(
    rows.flatMap(({ id, idprof2, tva_intra }) => {
      const identifier = (idprof2 ?? tva_intra)?.replaceAll(/\s/g, '');
      return identifier ? [[id, identifier] as const] : [];
    }),
  );
};
