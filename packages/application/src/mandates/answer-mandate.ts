import type { Principal } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { PeoplePorts } from '../people/members/change-member.js';
import { type PeopleRefusal, requiredText } from '../people/refusals.js';
import { answeredMail, revokedMail } from './mandate-mail.js';
import type { MandateShown } from './mandate-store.js';
import { tellManagers, traceBothSides } from './tell-both-sides.js';

type Answered = Promise<Result<MandateShown, PeopleRefusal>>;

export interface AnswerMandateCommand {
  readonly mandateId: string;
  readonly accepts: boolean;
}

export type AnswerMandate = (command: AnswerMandateCommand, actor: Principal) => Answered;

/** A manager of the holder accepts a mandate or declines it. */
export const makeAnswerMandate =
  (ports: PeoplePorts): AnswerMandate =>
  ({ mandateId, accepts }, actor) =>
    ports.work.run(async (stores) => {
      const mandate = await stores.mandates.findForChange(mandateId);
      if (!mandate || !may(actor, 'mandate:read', mandate.holderId))
        return refuse({ code: 'mandate-not-found' });
      if (!may(actor, 'mandate:give', mandate.holderId))
        return refuse({ code: 'not-allowed', right: 'mandate:give' });
      const at = ports.now();
      if (mandate.state !== 'offered' || mandate.endsAt <= at) return refuse({ code: 'mandate-closed' });
      const state = accepts ? 'accepted' : 'declined';
      const answered = { ...mandate, state, decidedAt: at, decidedByName: actor.name } as const;
      await stores.mandates.save(answered);
      await traceBothSides(stores, answered, actor, { at, act: `mandate.${state}` });
      await tellManagers(stores, ports, mandate.clientId, at, (page, language) =>
        answeredMail({ ...mandate, byName: actor.name, page }, accepts, language),
      );
      return accept(answered);
    });

export interface RevokeMandateCommand {
  readonly mandateId: string;
  readonly reason: string;
}

export type RevokeMandate = (command: RevokeMandateCommand, actor: Principal) => Answered;

/** The client ends a mandate, or its holder gives it up: access closes with this act. */
export const makeRevokeMandate =
  (ports: PeoplePorts): RevokeMandate =>
  async ({ mandateId, reason: given }, actor) => {
    const reason = given.trim();
    const faults = requiredText('reason', reason);
    if (faults.length > 0) return refuse({ code: 'form-faulty', faults });
    return ports.work.run(async (stores) => {
      const mandate = await stores.mandates.findForChange(mandateId);
      const sides = mandate ? [mandate.clientId, mandate.holderId] : [];
      if (!mandate || !sides.some((side) => may(actor, 'mandate:read', side)))
        return refuse({ code: 'mandate-not-found' });
      const own = sides.find((side) => may(actor, 'mandate:give', side));
      if (own === undefined) return refuse({ code: 'not-allowed', right: 'mandate:give' });
      if (mandate.state !== 'offered' && mandate.state !== 'accepted')
        return refuse({ code: 'mandate-closed' });
      const at = ports.now();
      const revoked = {
        ...mandate,
        state: 'revoked',
        decidedAt: at,
        decidedByName: actor.name,
        endedReason: reason,
      } as const;
      await stores.mandates.save(revoked);
      await traceBothSides(stores, revoked, actor, { at, act: 'mandate.revoked', reason });
      for (const side of sides)
        if (side !== own)
          await tellManagers(stores, ports, side, at, (page, language) =>
            revokedMail({ ...mandate, byName: actor.name, reason, page }, language),
          );
      return accept(revoked);
    });
  };
