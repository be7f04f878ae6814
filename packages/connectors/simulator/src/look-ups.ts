import type {
  BillsPage,
  BillThereNow,
  DeliveryKey,
  EngagementsPage,
} from '@parvis/application/accounting/accounting-connector';
import type { SimulatorClient } from './simulator-client.js';
import { type BillAnswer, billsAnswer, type OrderAnswer, ordersAnswer } from './wire.js';

/** Every bill that bears a key of ours, by the simulator's own ids. */
export const billsThere = async (
  { required }: SimulatorClient,
  after: string | null,
  limit: number,
): Promise<BillsPage> => {
  const query = { keyPrefix: 'parvis:', after: placeOf(after), limit: String(limit) };
  const { bills } = await required({ what: 'read bills', path: 'bills', query }, billsAnswer);
  return { kind: 'page', bills: bills.map(toBillThereNow), next: nextPlace(bills, limit) };
};

export const engagementsThere = async (
  { required }: SimulatorClient,
  after: string | null,
  limit: number,
): Promise<EngagementsPage> => {
  const query = { after: placeOf(after), limit: String(limit) };
  const { orders } = await required({ what: 'read orders', path: 'orders', query }, ordersAnswer);
  return { kind: 'page', engagements: orders.map(toEngagement), next: nextPlace(orders, limit) };
};

/** A place is an id of the simulator; anything else begins again, which is harmless. */
export const placeOf = (place: string | null): string => (place && /^\d+$/.test(place) ? place : '0');

const nextPlace = (rows: readonly { readonly id: number }[], limit: number): string | null => {
  const last = rows.at(-1);
  return last && rows.length >= limit ? String(last.id) : null;
};

const toBillThereNow = ({
  id,
  key,
  state,
  number,
  reference,
  supplier,
  totals,
}: BillAnswer): BillThereNow => ({
  reference: { id: String(id), ...(number ? { number } : {}) },
  key: key as DeliveryKey,
  invoiceNumber: reference,
  supplierIdentifier: supplier.siret.replace(/^[A-Z_]+ /, ''),
  gross: totals.gross,
  sourceCode: state,
  cancelled: state === 'cancelled',
});

const toEngagement = ({ number, supplier, serviceCode, label, left, validUntil, closed }: OrderAnswer) => ({
  number,
  supplierSiret: supplier.siret,
  amountLeft: left,
  closed,
  ...(serviceCode ? { serviceCode } : {}),
  ...(label ? { label } : {}),
  ...(validUntil ? { validUntil } : {}),
});
