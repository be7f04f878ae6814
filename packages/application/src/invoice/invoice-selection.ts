import type { Actor, Side } from '@parvis/domain/access/actor';
import { structuresWhere } from '@parvis/domain/access/rights';
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
  const readable = structuresWhere(actor, right);
  const structures = structureId === undefined ? readable : readable.filter((id) => id === structureId);
  if (structures.length === 0) return refuse({ code: 'not-allowed', right });
  const scope = side === 'supplier' ? { suppliers: structures } : { recipients: structures };
  return accept({ ...filter, scope });
};
