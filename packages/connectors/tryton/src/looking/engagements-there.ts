import type { EngagementsPage, EngagementThere } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';
import type { TrytonConnection } from '../connection.js';
import { engagementMark } from '../delivering/encode-invoice.js';
import { decimalValue } from '../protocol/values.js';
import { readCompany } from '../reading/company.js';
import { factsOf } from '../reading/server-facts.js';
import { nextPlace, placeOf } from './place.js';

const purchaseRow = z.object({
  id: z.int(),
  number: z.string(),
  state: z.string(),
  invoice_method: z.string(),
  description: z.string().nullable(),
  total_amount: decimalValue,
  invoices: z.array(z.int()),
  'invoice_address.': z.object({ siret: z.string().nullable() }).nullable(),
});

const purchaseFields = [
  'number',
  'state',
  'invoice_method',
  'description',
  'total_amount',
  'invoices',
  'invoice_address.siret',
];

const billRow = z.object({
  id: z.int(),
  state: z.string(),
  description: z.string().nullable(),
  total_amount: decimalValue,
});

type Purchase = z.infer<typeof purchaseRow>;
type Bill = z.infer<typeof billRow>;

/** Orders from the moment they bind the entity; a server without the purchase module has none. */
export const engagementsThere = async (
  client: TrytonConnection,
  after: string | null,
): Promise<EngagementsPage> => {
  if (!(await factsOf(client)).purchases) return { kind: 'page', engagements: [], next: null };
  const { pageSize } = client.settings;
  const domain = [
    ['company', '=', await readCompany(client)],
    ['state', 'in', ['confirmed', 'processing', 'done', 'cancelled']],
    ['number', '!=', null],
    ['id', '>', placeOf(after)],
  ];
  const search = { domain, limit: pageSize, order: [['id', 'ASC']] as const, fields: purchaseFields };
  const purchases = await client.search('purchase.purchase', search, purchaseRow);
  const bills = await billsAbout(client, purchases);
  return {
    kind: 'page',
    engagements: purchases.map((purchase) => toEngagement(purchase, bills)),
    next: nextPlace(purchases, pageSize),
  };
};

/** Bills that Tryton ties to these orders, and those of ours that quote them. */
const billsAbout = async (
  client: TrytonConnection,
  purchases: readonly Purchase[],
): Promise<readonly Bill[]> => {
  if (purchases.length === 0) return [];
  const quoting = purchases.map(({ number }) => [
    'description',
    'like',
    `[parvis:%] ${engagementMark(number)}`,
  ]);
  const domain = [
    ['company', '=', await readCompany(client)],
    ['state', '!=', 'cancelled'],
    ['OR', ['id', 'in', purchases.flatMap(({ invoices }) => invoices)], ...quoting],
  ];
  const fields = ['state', 'description', 'total_amount'];
  return client.search('account.invoice', { domain, fields }, billRow);
};

const toEngagement = (purchase: Purchase, bills: readonly Bill[]): EngagementThere => {
  const { number, state, invoice_method, description, total_amount, 'invoice_address.': address } = purchase;
  const used = bills.filter((bill) => uses(bill, purchase)).map((bill) => bill.total_amount);
  return {
    number,
    ...(address?.siret ? { supplierSiret: address.siret } : {}),
    ...(description ? { label: description } : {}),
    amountLeft: `${total_amount.minus(Decimal.sum(used)).rounded()}`,
    // Tryton knows nothing of the bills of an order that is billed by hand: it is done at once.
    closed: state === 'cancelled' || (state === 'done' && invoice_method !== 'manual'),
  };
};

/** A draft that Tryton itself made of the order is what it expects, not what was billed. */
const uses = (bill: Bill, { number, invoices }: Purchase): boolean =>
  quotes(bill, number) || (invoices.includes(bill.id) && bill.state !== 'draft');

/** An underscore in an order's number is a wildcard in the search: here it must be the very same. */
const quotes = ({ description }: Bill, number: string): boolean =>
  description?.startsWith('[parvis:') === true && description.endsWith(`] ${engagementMark(number)}`);
