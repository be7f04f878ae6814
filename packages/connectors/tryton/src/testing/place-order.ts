import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import { toDateValue, toDecimalValue } from '../protocol/values.js';

const ids = z.array(z.int()).min(1);
const idRow = z.object({ id: z.int() });

/** Orders ten boxes at 60 euros from a new supplier, as a buyer does in Tryton: drawn up, quoted, confirmed. */
export const placeOrder = async (
  client: TrytonClient,
  { siret, supplierName }: { readonly siret: string; readonly supplierName: string },
): Promise<string> => {
  const { company } = await client.signedIn();
  const first = async (model: string, domain: readonly unknown[]): Promise<number | undefined> => {
    const [row] = await client.search(model, { domain, limit: 1, fields: ['id'] }, idRow);
    return row?.id;
  };
  const addresses = [['create', [{ siret_nic: siret.slice(9) }]]];
  const supplier = { name: supplierName, siren: siret.slice(0, 9), addresses };
  const [party] = await client.call('party.party', 'create', [[supplier]], ids);
  const line = {
    type: 'line',
    description: 'Boîtes d’archives',
    quantity: 10,
    unit_price: toDecimalValue(Decimal.of('60.00')),
  };
  const order = {
    company,
    currency: await first('currency.currency', [['code', '=', 'EUR']]),
    party,
    invoice_address: await first('party.address', [['party', '=', party]]),
    purchase_date: toDateValue(new Date().toISOString().slice(0, 10)),
    invoice_method: 'manual',
    description: 'Archives',
    lines: [['create', [line]]],
  };
  const [id] = await client.call('purchase.purchase', 'create', [[order]], ids);
  for (const button of ['quote', 'confirm']) {
    await client.call('purchase.purchase', button, [[id]], z.unknown());
  }
  const search = { domain: [['id', '=', id]], fields: ['number'] };
  const [placed] = await client.search('purchase.purchase', search, z.object({ number: z.string() }));
  if (!placed) throw new Error(`the order ${id} was not placed`);
  return placed.number;
};
