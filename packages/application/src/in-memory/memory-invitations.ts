import type { InvitationStore } from '../people/invitations/invitation-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryInvitations = ({ invitations }: MemoryTables): InvitationStore => {
  const waitingOf = (structureId: string) =>
    [...invitations.values()].filter(
      (invitation) => invitation.structureId === structureId && invitation.state === 'waiting',
    );
  const openFor = (structureId: string, email: string) =>
    waitingOf(structureId).find((invitation) => invitation.email === email);
  return {
    add: async (invitation) => {
      if (openFor(invitation.structureId, invitation.email)) throw new Error('an invitation is open already');
      invitations.set(invitation.id, invitation);
    },
    findByToken: async (tokenHash) =>
      [...invitations.values()].find((invitation) => invitation.tokenHash === tokenHash),
    find: async (structureId, id) => {
      const found = invitations.get(id);
      return found?.structureId === structureId ? found : undefined;
    },
    findOpen: async (structureId, email) => openFor(structureId, email),
    close: async (structureId, id, state) => {
      const found = invitations.get(id);
      if (found?.structureId !== structureId || found.state !== 'waiting') return false;
      invitations.set(id, { ...found, state });
      return true;
    },
    waitingOf: async (structureId, limit) =>
      waitingOf(structureId)
        .sort((one, other) => other.invitedAt.getTime() - one.invitedAt.getTime())
        .slice(0, limit),
  };
};
