import { makeRouteInvoice } from '@parvis/application/invoice/route-invoice';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { sha256 } from '../machine.js';
import type { ApiClient } from './api-client.js';
import type { TestGateway } from './test-gateway.js';
import { ublSample } from './ubl-sample.js';

/** Deposits a sound invoice for the hospital; answers its identifier. */
export const depositInvoice = async (supplier: ApiClient, number: string): Promise<string> => {
  const bytes = ublSample({ number, serviceCode: 'RESTAURATION' });
  const file = { fileName: `${number}.xml`, contentBase64: Buffer.from(bytes).toString('base64') };
  const { data } = await supplier.ask<{ depositInvoice: { invoice?: { id: string } } }>(
    'mutation ($input: DepositInvoiceInput!) { depositInvoice(input: $input) { ... on DepositReceipt { invoice { id } } } }',
    { input: { file } },
  );
  const id = data.depositInvoice.invoice?.id;
  if (id === undefined) throw new Error(`the sample ${number} was not accepted`);
  return id;
};

/** What the worker does with a deposited invoice. */
export const routeInvoice = async ({ persistence }: TestGateway, id: string): Promise<void> => {
  const ref = parseInvoiceRef(id);
  if (!ref) throw new Error(`not an invoice: ${id}`);
  await makeRouteInvoice({
    work: persistence.work,
    now: () => new Date(),
    sha256,
    mark: () => undefined,
  })(ref);
};
