import type { BillsPage, BillThereNow } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { TrytonConnection } from '../connection.js';
import { keyIn } from '../news/decode-bill.js';
import { ours } from '../news/read-news.js';
import { decimalValue } from '../protocol/values.js';
import { nextPlace, placeOf } from './place.js';

const row = z.object({
  id: z.int(),
  state: z.string(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  description: z.string().nullable(),
  total_amount: decimalValue,
  'invoice_address.': z.object({ siret: z.string().nullable() }).nullable(),
});

const fields = ['state', 'number', 'reference', 'description', 'total_amount', 'invoice_address.siret'];

/** Every bill of ours by its id in Tryton, cancelled ones too; a deleted one is simply not there. */
export const billsThere = async (client: TrytonConnection, after: string | null): Promise<BillsPage> => {
  const { pageSize } = client.settings;
  const domain = [...(await ours(client)), ['id', '>', placeOf(after)]];
  const search = { domain, limit: pageSize, order: [['id', 'ASC']] as const, fields };
  const rows = await client.search('account.invoice', search, row);
  return { kind: 'page', bills: rows.map(toBillThereNow), next: nextPlace(rows, pageSize) };
};

const toBillThereNow = (bill: z.infer<typeof row>): BillThereNow => {
  const { id, state, number, reference, total_amount, 'invoice_address.': address } = bill;
  return {
    reference: { id: String(id), ...(number ? { number } : {}) },
    ...keyIn(bill),
    ...(reference ? { invoiceNumber: reference } : {}),
    ...(address?.siret ? { supplierIdentifier: address.siret } : {}),
    gross: `${total_amount.rounded()}`,
    sourceCode: state,
    cancelled: state === 'cancelled',
  };
};
