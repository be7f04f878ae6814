import type { DeliveryKey } from './accounting-connector.js';

const KEY = /^parvis:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,9})$/;

/** What a delivery key says; undefined for a text that is none of ours. */
export const readDeliveryKey = (
  key: DeliveryKey,
): { readonly invoiceId: string; readonly revision: number } | undefined => {
  const [, invoiceId, revision] = KEY.exec(key) ?? [];
  return invoiceId === undefined ? undefined : { invoiceId, revision: Number(revision) };
};
