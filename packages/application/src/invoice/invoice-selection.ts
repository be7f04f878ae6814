import type { Actor, Side } from '@parvis/domain/access/actor';
import { type Reach, reachOf } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';
import type { InvoiceListFilter } from './invoice-list.js';

export interface InvoiceSelection extends Omit<InvoiceListFilter, 'scope'> {
  readonly side: Side;
  /** One of the actor's structures; all of them when left out. */
  readonly structureId?: string;
}

/** The filter that shows this actor what it selected and may read, and nothing else. */
export const filterFor = (
  { side, structureId, ...filter }: InvoiceSelection,
  actor: Actor,
): Result<InvoiceListFilter, ActRefusal> => {
  const right = side === 'supplier' ? 'issuedInvoice:read' : 'receivedInvoice:read';
  const reach = reachOf(actor, right).filter(
    (held) => structureId === undefined || held.structureId === structureId,
  );
  if (reach.length === 0) return refuse({ code: 'not-allowed', right });
  const scope = side === 'supplier' ? { suppliers: structuresOf(reach) } : { recipients: reach };
  return accept({ ...filter, scope });
};

const structuresOf = (reach: readonly Reach[]): string[] => [
  ...new Set(reach.map(({ structureId }) => structureId)),
];
