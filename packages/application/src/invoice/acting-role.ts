import type { Actor, Principal } from '@parvis/domain/access/actor';
import { may, type Right } from '@parvis/domain/access/rights';
import type { EventActor } from '@parvis/domain/life-cycle/event';
import { type Action, transitionOf } from '@parvis/domain/life-cycle/transitions';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';
import { readableSide, subjectOf } from './invoice-access.js';
import type { InvoiceRow } from './invoice-list.js';
import { nameInHistory } from './name-in-history.js';

type Parties = Pick<InvoiceRow, 'ref' | 'supplierId' | 'serviceCode'>;

/** The platform, as it signs its own entries of a history. */
export const platformActor: EventActor = { kind: 'platform', name: 'Parvis' };

/** In whose name this actor does the act on this invoice, as the history will show it. */
export const actingRole = (
  actor: Actor,
  action: Action,
  parties: Parties,
): Result<EventActor, ActRefusal> => {
  switch (actor.kind) {
    case 'platform':
      return accept(platformActor);
    case 'connection':
      return actor.structureId === parties.ref.recipientId
        ? accept({
            kind: action === 'refuse' && actor.refusesForBuyer ? 'buyer' : 'accountant',
            id: actor.connectionId,
            name: actor.name,
          })
        : refuse({ code: 'invoice-not-found' });
    case 'person':
    case 'technicalAccount':
      return principalsRole(actor, action, parties);
  }
};

/** Which side an act belongs to stands in the table of transitions; which principals may do it, in the table of rights. */
const principalsRole = (
  principal: Principal,
  action: Action,
  parties: Parties,
): Result<EventActor, ActRefusal> => {
  if (!readableSide(principal, parties)) return refuse({ code: 'invoice-not-found' });
  const by: readonly string[] = transitionOf(action).by;
  const isSuppliers = by.includes('supplier');
  const right: Right = isSuppliers ? 'issuedInvoice:complete' : 'receivedInvoice:process';
  const structureId = isSuppliers ? parties.supplierId : parties.ref.recipientId;
  if (!may(principal, right, structureId, subjectOf(parties))) return refuse({ code: 'not-allowed', right });
  return accept({
    kind: isSuppliers ? 'supplier' : 'buyer',
    id: principal.userId,
    name: nameInHistory(principal, structureId),
  });
};
