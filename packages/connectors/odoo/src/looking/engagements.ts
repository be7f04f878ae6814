import type { EngagementsPage } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';
import type { OdooConnection } from '../connection.js';
import { referencesOf } from '../delivering/references.js';
import { amountValue, linkValue, textValue } from '../protocol/values.js';
import { identifiersOf } from './bills-there.js';

const orderRow = z.object({
  id: z.int(),
  name: z.string(),
  state: z.string(),
  invoice_status: textValue,
  partner_id: linkValue,
  partner_ref: textValue,
});

const lineRow = z.object({
  order_id: linkValue,
  price_total: amountValue,
  product_qty: z.number(),
  qty_invoiced: z.number(),
});

/** Purchase orders that were confirmed, by Odoo's own identifier. Needs the application Purchase. */
export const engagements = async (client: OdooConnection, after: string | null): Promise<EngagementsPage> => {
  const limit = client.settings.pageSize;
  const { company } = await referencesOf(client);
  const orders = await client.search(
    {
      model: 'purchase.order',
      domain: [
        ['company_id', '=', company.id],
        ['state', 'in', ['purchase', 'done', 'cancel']],
        ['id', '>', Number(after ?? 0)],
      ],
      fields: ['name', 'state', 'invoice_status', 'partner_id', 'partner_ref'],
      limit,
      order: 'id',
    },
    orderRow,
  );
  const left = await amountsLeft(
    client,
    orders.map(({ id }) => id),
  );
  const identifiers = await identifiersOf(
    client,
    orders.flatMap(({ partner_id }) => partner_id ?? []),
  );
  const last = orders.at(-1);
  return {
    kind: 'page',
    engagements: orders.map(({ id, name, state, invoice_status, partner_id, partner_ref }) => {
      const identifier = identifiers.get(partner_id ?? 0);
      const amountLeft = left.get(id);
      return {
        number: name,
        ...(identifier && /^\d{14}$/.test(identifier) ? { supplierSiret: identifier } : {}),
        ...(partner_ref ? { label: partner_ref } : {}),
        ...(amountLeft ? { amountLeft: amountLeft.toString() } : {}),
        closed: state === 'cancel' || invoice_status === 'invoiced',
      };
    }),
    next: last && orders.length >= limit ? String(last.id) : null,
  };
};

/** With VAT: the part of each line that no bill has taken yet. */
const amountsLeft = async (
  client: OdooConnection,
  orders: readonly number[],
): Promise<ReadonlyMap<number, Decimal>> => {
  if (orders.length === 0) return new Map();
  const lines = await client.search(
    {
      model: 'purchase.order.line',
      domain: [
        ['order_id', 'in', orders],
        ['display_type', '=', false],
      ],
      fields: ['order_id', 'price_total', 'product_qty', 'qty_invoiced'],
    },
    lineRow,
  );
  const byOrder = Map.groupBy(lines, ({ order_id }) => order_id ?? 0);
  return new Map([...byOrder].map(([order, its]) => [order, Decimal.sum(its.map(leftOf)).rounded()]));
};

const leftOf = ({ price_total, product_qty, qty_invoiced }: z.infer<typeof lineRow>): Decimal => {
  if (product_qty <= 0 || qty_invoiced >= product_qty) return Decimal.zero;
  const left = Decimal.of((product_qty - qty_invoiced).toFixed(6));
  return price_total.times(left).dividedBy(Decimal.of(product_qty.toFixed(6)), 6);
};
