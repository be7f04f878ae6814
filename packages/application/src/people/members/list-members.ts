import type { Principal } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Work } from '../../ports/work.js';
import type { MemberPage, MemberWindow } from '../membership-store.js';
import type { PeopleRefusal } from '../refusals.js';

export interface ListMembersCommand extends Omit<MemberWindow, 'limit'> {
  readonly structureId: string;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
}

export type ListMembers = (
  command: ListMembersCommand,
  actor: Principal,
) => Promise<Result<MemberPage, PeopleRefusal>>;

/** Who works in a structure, and with which rights; by name. */
export const makeListMembers =
  ({ work }: { readonly work: Work }): ListMembers =>
  async ({ structureId, limit = 25, ...window }, actor) => {
    if (!may(actor, 'person:read', structureId)) return refuse({ code: 'not-allowed', right: 'person:read' });
    const bounded = Math.min(Math.max(limit, 1), 100);
    return accept(
      await work.run(({ memberships }) => memberships.membersOf(structureId, { ...window, limit: bounded })),
    );
  };
