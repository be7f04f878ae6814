import type { Person } from '@parvis/domain/access/actor';
import { grantConditions } from '@parvis/domain/access/granting';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Member } from '../membership-store.js';
import type { PeopleRefusal } from '../refusals.js';
import type { PeoplePorts } from './change-member.js';
import { anotherMainManager, holding } from './decide-change.js';
import { heldInTrace } from './give-membership.js';
import { leftMail } from './member-mail.js';

export interface LeaveStructureCommand {
  readonly structureId: string;
}

export type LeaveStructure = (
  command: LeaveStructureCommand,
  person: Person,
) => Promise<Result<Member, PeopleRefusal>>;

/**
 * Somebody leaves a structure by themselves, and its managers are told. It takes no right; the account and its sessions
 * stay. Rights that come from a mandate are not left: they are the holder's.
 */
export const makeLeaveStructure =
  ({ work, now, newId, publicUrl }: PeoplePorts): LeaveStructure =>
  ({ structureId }, { userId }) =>
    work.run(async (stores) => {
      const { memberships, accessTrace } = stores;
      const at = now();
      const structure = await memberships.structure(structureId);
      if (!structure) return refuse({ code: 'structure-not-found' });
      // Two main managers who leave at the same moment do it one after the other.
      await memberships.lockPeopleOf(structureId);
      const before = holding(await memberships.find(userId, structureId), at);
      // To whoever does not belong to it, a structure is as one that does not exist.
      if (!before) return refuse({ code: 'structure-not-found' });
      const managers = await memberships.managersOf(structureId, at);
      const { side } = structure;
      const another = anotherMainManager(managers, userId);
      // The other conditions are about who may change whose rights: everybody may give up their own.
      const change = { by: before, isOneself: true, side, before, anotherMainManager: another, at };
      if (!grantConditions.mainManagerRemains(change))
        return refuse({ code: 'grant-refused', condition: 'mainManagerRemains' });
      await memberships.end(userId, structureId);
      await accessTrace.record({
        structureId,
        at,
        byUserId: userId,
        byName: before.name,
        act: 'membership.left',
        subject: before.name,
        details: { userId, before: heldInTrace(before) },
      });
      const page = pageAddress(publicUrl, side, 'people');
      const told = { name: before.name, structureName: structure.name, page };
      for (const manager of managers)
        if (manager.userId !== userId)
          await postMail(stores, newId, { to: manager.email, ...leftMail(told, manager.language) });
      return accept(before);
    });
