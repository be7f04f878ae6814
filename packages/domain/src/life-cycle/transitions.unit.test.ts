import { describe, expect, it } from 'vitest';
import { officialStatuses } from './official-statuses.js';
import { reviewed, reviewedLines, reviewedTargets } from './reviewed-matrix.js';
import {
  type ActorKind,
  availableActions,
  decide,
  type Status,
  transitionOf,
  transitions,
} from './transitions.js';

const statuses: readonly (Status | 'nothing')[] = ['nothing', ...(Object.keys(officialStatuses) as Status[])];
const actors: readonly ActorKind[] = ['platform', 'supplier', 'validator', 'buyer', 'accountant'];
const actions = transitions.map(({ action }) => action);

describe('the transition table', () => {
  it.each(statuses)('answers as reviewed for every act of every actor on an invoice in %s', (status) => {
    const differences = actors.flatMap((actor) =>
      actions
        .map((action) => ({ actor, action, kind: decide(status, action, actor).kind }))
        .filter(({ action, kind }) => kind !== reviewed(status, action, actor)),
    );
    expect(differences).toEqual([]);
  });

  it('leads where the review says, and asks for what it says', () => {
    expect(
      transitions.map(({ action }) => {
        const { to, requires } = transitionOf(action);
        return requires ? [action, to, requires] : [action, to];
      }),
    ).toEqual(reviewedTargets);
  });

  it('is reviewed in words that exist', () => {
    for (const [status, actor, ...acts] of reviewedLines) {
      expect(statuses).toContain(status);
      expect(actors).toContain(actor);
      for (const act of acts) expect(actions).toContain(act);
    }
  });

  it('offers exactly the acts that move the invoice', () => {
    for (const status of statuses)
      for (const actor of actors)
        expect(availableActions(status, actor)).toEqual(
          actions.filter((action) => reviewed(status, action, actor) === 'moves'),
        );
  });

  it('refuses to approve an invoice still suspended, and tells what is open', () => {
    expect(decide('suspended', 'approve', 'buyer')).toEqual({ kind: 'closed', open: ['refuse'] });
  });

  it('keeps a late payment order in the history without moving a paid invoice', () => {
    expect(decide('inPayment', 'orderPayment', 'accountant')).toEqual({
      kind: 'recordedOnly',
      to: 'paymentOrdered',
    });
  });

  it('reaches every status from nothing', () => {
    const reached = new Set<string>(['nothing', 'draft']);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const status of [...reached] as (Status | 'nothing')[])
        for (const actor of actors)
          for (const action of availableActions(status, actor)) reached.add(transitionOf(action).to);
    }
    expect([...reached].sort()).toEqual([...statuses].sort());
  });
});
