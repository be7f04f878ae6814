import type { BillsPage, DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { ReceiverClient } from './receiver-client.js';

/** What the receiver says it holds of ours. */
export const listBills = async (
  client: ReceiverClient,
  readBackUrl: string,
  after: string | null,
  limit: number,
): Promise<BillsPage> => {
  const { invoices, next } = await client.list(readBackUrl, after, limit);
  return {
    kind: 'page',
    bills: invoices.map(({ key, id, number, invoiceNumber, supplier, gross, status, cancelled }) => ({
      key: key as DeliveryKey,
      reference: { id, ...(number === undefined ? {} : { number }) },
      ...(invoiceNumber === undefined ? {} : { invoiceNumber }),
      ...(supplier === undefined ? {} : { supplierIdentifier: supplier }),
      gross,
      sourceCode: status,
      cancelled,
    })),
    next,
  };
};
