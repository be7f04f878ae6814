import type { WrittenCell } from '@parvis/domain/tables/table';
import { endOfDay } from '@parvis/domain/time/paris';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, fanny, gilles, stationer } from '../../testing/cast.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { makePeopleWorld, type PeopleWorld } from '../../testing/people-world.js';
import { makeInvite } from '../invitations/invite.js';
import { makeExportRights } from './export-rights.js';
import { rightsTable } from './rights-table.js';

const structureId = stationer.structureId;

describe('the export of rights', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  const rows = async (): Promise<(readonly WrittenCell[])[]> => {
    const exported = granted(await makeExportRights(world)(structureId, bruno));
    const all: (readonly WrittenCell[])[] = [];
    for await (const cells of rightsTable(exported, 'fr').rows) all.push(cells);
    return all;
  };

  test('has a row for each person and space, managers in every space', async () => {
    const all = await rows();
    const of = (name: string) => all.filter(([who]) => who === name).map((cells) => cells.slice(2, 5));
    expect(of(alice.name)).toEqual([['Utilisateur', 'Factures émises', 'Complet']]);
    expect(of(fanny.name)).toEqual([['Utilisateur', 'Factures émises', 'Lecture']]);
    expect(of(bruno.name)).toHaveLength(9);
  });

  test('shows who was invited with the rights that await, as long as the link works', async () => {
    const invitation = {
      structureId,
      email: 'nadia@papeterie.example',
      role: 'user',
      reason: 'Renfort',
    } as const;
    const grants = [{ space: 'issuedInvoices', level: 'read' }] as const;
    granted(await makeInvite(world)({ ...invitation, grants, until: endOfDay('2026-12-31') }, bruno));
    const ofInvited = async () => (await rows()).filter(([, email]) => email === invitation.email);
    expect(await ofInvited()).toEqual([
      [
        null,
        invitation.email,
        'Utilisateur',
        'Factures émises',
        'Lecture',
        null,
        { day: '2026-12-31' },
        null,
        'Invité',
      ],
    ]);
    world.advanceDays(14);
    expect(await ofInvited()).toEqual([]);
  });

  test('names the last day that counts of rights that end at midnight in Paris', async () => {
    const until = endOfDay('2026-12-31');
    await world.work.run(({ memberships }) =>
      memberships.change({
        userId: alice.userId,
        structureId,
        role: 'user',
        grants: [{ space: 'issuedInvoices', level: 'read', until }],
      }),
    );
    expect((await rows()).find(([who]) => who === alice.name)?.[6]).toEqual({ day: '2026-12-31' });
  });

  test('says until when, and leaves out what is over', async () => {
    const until = new Date(world.now().getTime() + 86_400_000);
    await world.work.run(({ memberships }) =>
      memberships.change({
        userId: alice.userId,
        structureId,
        role: 'user',
        grants: [{ space: 'issuedInvoices', level: 'read', until }],
      }),
    );
    expect((await rows()).find(([who]) => who === alice.name)?.[6]).toEqual({ day: '2026-03-03' });
    world.advanceDays(1);
    expect((await rows()).some(([who]) => who === alice.name)).toBe(false);
  });

  test('is for managers of the structure', async () => {
    for (const actor of [alice, gilles])
      expect(refusalOf(await makeExportRights(world)(structureId, actor))).toMatchObject({
        code: 'not-allowed',
      });
  });
});
