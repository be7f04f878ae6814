import type { Grant, Principal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { NewToken, Sha256 } from '../../ports/platform.js';
import type { PeoplePorts } from '../members/change-member.js';
import { asHeld, decideChange } from '../members/decide-change.js';
import { heldInTrace } from '../members/give-membership.js';
import { type PeopleFault, type PeopleRefusal, requiredText } from '../refusals.js';
import { throttleTelling } from '../throttle-telling.js';
import { invitationMail } from './invitation-mail.js';
import type { Invitation } from './invitation-store.js';

export interface InvitePorts extends PeoplePorts {
  readonly newToken: NewToken;
  readonly sha256: Sha256;
}

export interface InviteCommand {
  readonly structureId: string;
  readonly email: string;
  readonly role: Invitation['role'];
  readonly grants: readonly Grant[];
  readonly until?: Date;
  readonly reason: string;
}

export type Invite = (command: InviteCommand, actor: Principal) => Promise<Result<Invitation, PeopleRefusal>>;

const INVITATION_IN_MS = 14 * 86_400_000;

/** Sends a link by which whoever receives mail at an address joins a structure with the rights said now. */
export const makeInvite =
  (ports: InvitePorts): Invite =>
  async ({ structureId, role, ...command }, actor) => {
    const email = command.email.trim().toLowerCase();
    const reason = command.reason.trim();
    const typed = [...emailFaults(email), ...requiredText('reason', reason)];
    const after = asHeld({ ...command, role });
    return ports.work.run(async (stores) => {
      const at = ports.now();
      const account = await stores.accounts.findByEmail(email);
      const who = account ? { userId: account.userId } : {};
      const decided = await decideChange(stores, at, actor, { structureId, after, typed, ...who });
      if (!decided.ok) return decided;
      const { structure, by, before } = decided.value;
      if (before) return refuse({ code: 'already-member' });
      const open = await stores.invitations.findOpen(structureId, email);
      if (open && open.expiresAt > at) return refuse({ code: 'invitation-open' });
      const heard = await throttleTelling(stores, { what: 'invitation', from: structureId, to: email }, at);
      if (!heard.ok) return heard;
      if (open) await stores.invitations.close(structureId, open.id, 'withdrawn');
      const token = ports.newToken();
      const invitation: Invitation = {
        ...after,
        role,
        id: ports.newId(),
        structureId,
        email,
        tokenHash: ports.sha256(token),
        reason,
        invitedAt: at,
        invitedBy: by.userId,
        invitedByName: by.name,
        expiresAt: new Date(at.getTime() + INVITATION_IN_MS),
        state: 'waiting',
      };
      await stores.invitations.add(invitation);
      await stores.accessTrace.record({
        structureId,
        at,
        byUserId: by.userId,
        byName: by.name,
        act: 'invitation.sent',
        subject: email,
        details: { invitationId: invitation.id, after: heldInTrace(after) },
        reason,
      });
      const page = pageAddress(ports.publicUrl, structure.side, 'invitation', token);
      const invited = { structureName: structure.name, byName: by.name, reason, page };
      const language = account?.language ?? by.language;
      await postMail(stores, ports.newId, { to: email, ...invitationMail(invited, language) });
      return accept(invitation);
    });
  };

/** Enough to catch what is no address; only a mail that arrives proves one. */
const emailFaults = (email: string): PeopleFault[] => {
  if (email === '') return [{ field: 'email', code: 'missing' }];
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254
    ? []
    : [{ field: 'email', code: 'email-malformed' }];
};
