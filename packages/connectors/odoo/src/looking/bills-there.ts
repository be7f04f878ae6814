import type { BillsPage } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { OdooConnection } from '../connection.js';
import { externalIdsOf, keyOf } from '../delivering/external-ids.js';
import { referencesOf } from '../delivering/references.js';
import { oursDomain } from '../news/read-news.js';
import { amountValue, linkValue, textValue } from '../protocol/values.js';

const billRow = z.object({
  id: z.int(),
  name: textValue,
  ref: textValue,
  state: z.string(),
  move_type: z.string(),
  posted_before: z.boolean(),
  partner_id: linkValue,
  amount_total: amountValue,
});

/** Every bill of ours, by Odoo's own identifier. */
export const billsThere = async (client: OdooConnection, after: string | null): Promise<BillsPage> => {
  const limit = client.settings.pageSize;
  const rows = await client.search(
    {
      model: 'account.move',
      domain: [...(await oursDomain(client)), ['id', '>', Number(after ?? 0)]],
      fields: ['name', 'ref', 'state', 'move_type', 'posted_before', 'partner_id', 'amount_total'],
      limit,
      order: 'id',
    },
    billRow,
  );
  const names = await externalIdsOf(
    client,
    'account.move',
    rows.map(({ id }) => id),
  );
  const identifiers = await identifiersOf(
    client,
    rows.flatMap(({ partner_id }) => partner_id ?? []),
  );
  const last = rows.at(-1);
  return {
    kind: 'page',
    bills: rows.map(({ id, name, ref, state, move_type, posted_before, partner_id, amount_total }) => {
      const key = keyOf(names.get(id));
      const supplierIdentifier = identifiers.get(partner_id ?? 0);
      const gross = move_type === 'in_refund' ? amount_total.negated() : amount_total;
      return {
        reference: { id: String(id), ...(name && posted_before ? { number: name } : {}) },
        ...(key ? { key } : {}),
        ...(ref ? { invoiceNumber: ref } : {}),
        ...(supplierIdentifier ? { supplierIdentifier } : {}),
        gross: gross.toString(),
        sourceCode: state,
        cancelled: state === 'cancel',
      };
    }),
    next: last && rows.length >= limit ? String(last.id) : null,
  };
};

/** What suppliers are known by: their SIRET, or their VAT number. */
export const identifiersOf = async (
  client: OdooConnection,
  partners: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  if (partners.length === 0) return new Map();
  const { siretField } = await referencesOf(client);
  const rows = await client.search(
    { model: 'res.partner', domain: [['id', 'in', [...new Set(partners)]]], fields: [siretField, 'vat'] },
    partnerRow,
  );
  return new Map(
    rows.flatMap((row) => {
      const identifier = row[siretField] ?? row.vat;
      return identifier === undefined ? [] : [[row.id, identifier.replaceAll(/\s/g, '')] as const];
    }),
  );
};

const partnerRow = z.object({
  id: z.int(),
  siret: textValue.optional(),
  company_registry: textValue.optional(),
  vat: textValue,
});
