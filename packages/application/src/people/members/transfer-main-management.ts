import type { Principal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Member } from '../membership-store.js';
import { type PeopleRefusal, requiredText } from '../refusals.js';
import type { PeoplePorts } from './change-member.js';
import { decideChange } from './decide-change.js';
import { heldInTrace } from './give-membership.js';
import { transferredMail } from './member-mail.js';

export interface TransferCommand {
  readonly structureId: string;
  /** Who takes over; a member already. */
  readonly userId: string;
  readonly reason: string;
}

export type TransferMainManagement = (
  command: TransferCommand,
  actor: Principal,
) => Promise<Result<Member, PeopleRefusal>>;

/** The main manager hands over and becomes a deputy: the one change of their own rights that somebody may make. */
export const makeTransferMainManagement =
  ({ work, now, newId, publicUrl }: PeoplePorts): TransferMainManagement =>
  async ({ structureId, userId, reason: given }, actor) => {
    const faults = requiredText('reason', given);
    if (faults.length > 0) return refuse({ code: 'form-faulty', faults });
    const reason = given.trim();
    return work.run(async (stores) => {
      const at = now();
      const after = { role: 'mainManager', grants: [] } as const;
      const wanted = { structureId, userId, after };
      const decided = await decideChange(stores, at, actor, wanted, 'person:appoint');
      if (!decided.ok) return decided;
      const { structure, by, before } = decided.value;
      if (!before) return refuse({ code: 'person-not-found' });
      if (by.role !== 'mainManager') return refuse({ code: 'not-allowed', right: 'person:appoint' });
      await stores.memberships.change({ structureId, userId, ...after });
      const stepsBack = {
        role: 'deputyManager',
        grants: [],
        ...(by.until ? { until: by.until } : {}),
      } as const;
      await stores.memberships.change({ structureId, userId: by.userId, ...stepsBack });
      await stores.accessTrace.record({
        structureId,
        at,
        byUserId: by.userId,
        byName: by.name,
        act: 'membership.transferred',
        subject: before.name,
        details: { userId, before: heldInTrace(before), after: heldInTrace(after) },
        reason,
      });
      const page = pageAddress(publicUrl, structure.side, 'people');
      const told = { structureName: structure.name, byName: by.name, reason, page };
      await postMail(stores, newId, { to: before.email, ...transferredMail(told, before.language) });
      const changed = await stores.memberships.find(userId, structureId);
      return changed ? accept(changed) : refuse({ code: 'person-not-found' });
    });
  };
