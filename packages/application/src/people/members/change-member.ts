import type { Grant, Principal, Role } from '@parvis/domain/access/actor';
import type { Held } from '@parvis/domain/access/granting';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Clock, NewId } from '../../ports/platform.js';
import type { Stores, Work } from '../../ports/work.js';
import type { Member } from '../membership-store.js';
import { type PeopleRefusal, requiredText } from '../refusals.js';
import { asHeld, type DecidedChange, decideChange } from './decide-change.js';
import { heldInTrace } from './give-membership.js';
import { changedMail } from './member-mail.js';

export interface PeoplePorts {
  readonly work: Work;
  readonly now: Clock;
  readonly newId: NewId;
  /** Of the installation, for the addresses of pages in mails. */
  readonly publicUrl: string;
}

export interface ChangeMemberCommand {
  readonly structureId: string;
  readonly userId: string;
  readonly role: Role;
  /** Of a user; managers hold every space. */
  readonly grants: readonly Grant[];
  /** When the membership ends by itself. */
  readonly until?: Date;
  /** Why; traced, and read by the person. */
  readonly reason: string;
}

export type ChangeMember = (
  command: ChangeMemberCommand,
  actor: Principal,
) => Promise<Result<Member, PeopleRefusal>>;

/** Gives a member another role, other spaces or another end. */
export const makeChangeMember =
  (ports: PeoplePorts): ChangeMember =>
  async ({ structureId, userId, reason, ...wanted }, actor) => {
    const typed = requiredText('reason', reason);
    const after = asHeld(wanted);
    return ports.work.run(async (stores) => {
      const at = ports.now();
      const decided = await decideChange(stores, at, actor, { structureId, userId, after, typed });
      if (!decided.ok) return decided;
      if (!decided.value.before) return refuse({ code: 'person-not-found' });
      await stores.memberships.change({ structureId, userId, ...after });
      await tell(stores, ports, decided.value, { after, reason: reason.trim(), at });
      const changed = await stores.memberships.find(userId, structureId);
      return changed ? accept(changed) : refuse({ code: 'person-not-found' });
    });
  };

const tell = async (
  stores: Stores,
  { newId, publicUrl }: PeoplePorts,
  { structure, by, before }: DecidedChange,
  { after, reason, at }: { readonly after: Held; readonly reason: string; readonly at: Date },
): Promise<void> => {
  if (!before) return;
  await stores.accessTrace.record({
    structureId: structure.structureId,
    at,
    byUserId: by.userId,
    byName: by.name,
    act: 'membership.changed',
    subject: before.name,
    details: { userId: before.userId, before: heldInTrace(before), after: heldInTrace(after) },
    reason,
  });
  const page = pageAddress(publicUrl, structure.side, 'people');
  const told = { structureName: structure.name, byName: by.name, reason, page };
  await postMail(stores, newId, { to: before.email, ...changedMail(told, before.language) });
};
