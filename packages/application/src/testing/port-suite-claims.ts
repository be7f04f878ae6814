import { describe, expect, test } from 'vitest';
import type { OwnershipClaim } from '../people/claims/claim-store.js';
import type { Invitation } from '../people/invitations/invitation-store.js';
import { alice, bruno, gilles, hospital, stationer, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 2, number, 11));

const claim = (number: number, change: Partial<OwnershipClaim> = {}): OwnershipClaim => ({
  id: uuid(0xc1a0 + number),
  structureId: stationer.structureId,
  userId: gilles.userId,
  state: 'waiting',
  explanation: 'La gérante est partie',
  proof: { sha256: 'e'.repeat(64), fileName: 'kbis.pdf', mediaType: 'application/pdf', size: 1200 },
  claimedAt: day(number),
  ...change,
});

const invitation = (number: number, change: Partial<Invitation> = {}): Invitation => ({
  id: uuid(0x1a0 + number),
  structureId: stationer.structureId,
  email: 'nouvelle@exemple.invalid',
  tokenHash: String(number).repeat(64),
  role: 'user',
  grants: [{ space: 'issuedInvoices', level: 'read', until: day(30) }],
  reason: 'Renfort',
  invitedAt: day(number),
  invitedBy: bruno.userId,
  invitedByName: bruno.name,
  expiresAt: day(15),
  state: 'waiting',
  ...change,
});

export const describeClaims = (makePorts: MakePorts): void => {
  describe('claims to the management of a structure', () => {
    const ports = usePorts(makePorts);

    test('are kept with who claims, one vote a person', async () => {
      await ports().work.run(async ({ claims }) => {
        await claims.add(claim(1));
        const vote = {
          byUserId: alice.userId,
          byName: alice.name,
          approves: true,
          reason: 'Vu',
          votedAt: day(2),
        };
        expect(await claims.addVote(stationer.structureId, claim(1).id, vote)).toBe(true);
        expect(await claims.addVote(stationer.structureId, claim(1).id, vote)).toBe(false);
        const shown = { ...claim(1), name: gilles.name, email: gilles.email, structureName: stationer.name };
        expect(await claims.findForChange(stationer.structureId, claim(1).id)).toEqual({
          ...shown,
          votes: [vote],
        });
        expect(await claims.find(hospital.structureId, claim(1).id)).toBeUndefined();
        expect((await claims.waiting()).map(({ id }) => id)).toEqual([claim(1).id]);
        await claims.save({ ...claim(1), state: 'granted', effectiveAt: day(9) });
        expect(await claims.waiting()).toEqual([]);
        expect((await claims.dueAt(day(8))).length).toBe(0);
        expect((await claims.dueAt(day(9))).map(({ state }) => state)).toEqual(['granted']);
        expect((await claims.ofUser(gilles.userId)).map(({ id }) => id)).toEqual([claim(1).id]);
      });
    });

    test('stand open once for a structure, open ones first in its list', async () => {
      await ports().work.run(({ claims }) => claims.add(claim(1)));
      await expect(ports().work.run(({ claims }) => claims.add(claim(2)))).rejects.toThrow();
      await ports().work.run(async ({ claims }) => {
        await claims.add(claim(3, { state: 'refused', reason: 'Rien ne le prouve', closedAt: day(4) }));
        const listed = await claims.ofStructure(stationer.structureId);
        expect(listed.map(({ state }) => state)).toEqual(['waiting', 'refused']);
      });
    });
  });

  describe('invitations', () => {
    const ports = usePorts(makePorts);

    test('are found by token and by address until they are closed, once', async () => {
      await ports().work.run(async ({ invitations }) => {
        const given = invitation(1);
        await invitations.add(given);
        expect(await invitations.findByToken(given.tokenHash)).toEqual(given);
        expect(await invitations.find(stationer.structureId, given.id)).toEqual(given);
        expect(await invitations.findOpen(stationer.structureId, given.email)).toEqual(given);
        expect(await invitations.waitingOf(stationer.structureId, 1)).toEqual([given]);
        expect(await invitations.close(stationer.structureId, given.id, 'accepted')).toBe(true);
        expect(await invitations.close(stationer.structureId, given.id, 'withdrawn')).toBe(false);
        expect((await invitations.findByToken(given.tokenHash))?.state).toBe('accepted');
        expect(await invitations.findOpen(stationer.structureId, given.email)).toBeUndefined();
      });
    });

    test('stand open once for an address', async () => {
      await ports().work.run(({ invitations }) => invitations.add(invitation(1)));
      await expect(ports().work.run(({ invitations }) => invitations.add(invitation(2)))).rejects.toThrow();
    });
  });
};
