import type { Principal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { postMail } from '../../mail/post-mail.js';
import type { Member } from '../membership-store.js';
import { type PeopleRefusal, requiredText } from '../refusals.js';
import type { PeoplePorts } from './change-member.js';
import { decideChange } from './decide-change.js';
import { heldInTrace } from './give-membership.js';
import { endedMail } from './member-mail.js';

export interface EndMembershipCommand {
  readonly structureId: string;
  readonly userId: string;
  readonly reason: string;
}

export type EndMembership = (
  command: EndMembershipCommand,
  actor: Principal,
) => Promise<Result<Member, PeopleRefusal>>;

/** Somebody no longer belongs to a structure: rights end at once, the account and its sessions stay. */
export const makeEndMembership =
  ({ work, now, newId }: Omit<PeoplePorts, 'publicUrl'>): EndMembership =>
  async ({ structureId, userId, reason: given }, actor) => {
    const faults = requiredText('reason', given);
    if (faults.length > 0) return refuse({ code: 'form-faulty', faults });
    const reason = given.trim();
    return work.run(async (stores) => {
      const at = now();
      const decided = await decideChange(stores, at, actor, { structureId, userId });
      if (!decided.ok) return decided;
      const { structure, by, stored } = decided.value;
      if (!stored) return refuse({ code: 'person-not-found' });
      await stores.memberships.end(userId, structureId);
      await stores.accessTrace.record({
        structureId,
        at,
        byUserId: by.userId,
        byName: by.name,
        act: 'membership.ended',
        subject: stored.name,
        details: { userId, before: heldInTrace(stored) },
        reason,
      });
      const told = { structureName: structure.name, byName: by.name, reason };
      await postMail(stores, newId, { to: stored.email, ...endedMail(told, stored.language) });
      return accept(stored);
    });
  };
