import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { type Action, availableActions } from '@parvis/domain/life-cycle/transitions';
import { type InvoiceSide, subjectOf } from './invoice-access.js';
import type { InvoiceRow } from './invoice-list.js';

/** The acts people are offered; the others come from the platform or from accounting systems. */
export const offeredActions = [
  'takeInCharge',
  'suspend',
  'complete',
  'refuse',
  'approve',
] as const satisfies readonly Action[];

export type OfferedAction = (typeof offeredActions)[number];

type Standing = Pick<InvoiceRow, 'ref' | 'supplierId' | 'status' | 'serviceCode'>;

/** What this actor may do now on this side of the invoice, in the order in which it is offered. */
export const actionsOffered = (actor: Actor, side: InvoiceSide, invoice: Standing): OfferedAction[] => {
  const mayAct =
    side === 'buyer'
      ? may(actor, 'receivedInvoice:process', invoice.ref.recipientId, subjectOf(invoice))
      : may(actor, 'issuedInvoice:complete', invoice.supplierId);
  if (!mayAct) return [];
  const open: readonly Action[] = availableActions(invoice.status, side);
  return offeredActions.filter((action) => open.includes(action));
};
