import { requirementsOf } from '@parvis/domain/directory/demand';
import type { DirectoryService } from '@parvis/domain/directory/directory-entry';
import { type EntitySettings, settingsOf } from '@parvis/domain/directory/entity-settings';
import { beforeEach, describe, expect, it } from 'vitest';
import { alice, claire, elise, town } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { makeAddService } from './add-service.js';
import { makeChangeService } from './change-service.js';
import { makeChangeSettings } from './change-settings.js';
import { makeFindService, makeListServices } from './list-services.js';
import { makeCloseServices, makeReopenServices } from './open-services.js';
import { makeSettingsHistory } from './settings-history.js';
import { makeViewSettings } from './view-settings.js';

const { structureId } = town;
const canteen: DirectoryService = { code: 'CANTINE', name: 'Cantine scolaire', active: true };

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});

const granted = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const view = async () => granted(await makeViewSettings(world)(structureId, elise));
const history = async () => granted(await makeSettingsHistory(world)({ structureId }, elise)).changes;
const add = (service: Partial<DirectoryService> = {}) => {
  const { active: _, ...draft } = { ...canteen, ...service };
  return makeAddService(world)({ structureId, service: draft }, elise);
};

describe('the settings of an entity', () => {
  const decided: EntitySettings = {
    ...settingsOf(town),
    requirements: requirementsOf('serviceCode'),
    contact: { email: ' Factures@Saint-Aubin.example ' },
  };

  it('are changed whole, shown to suppliers and told in the history with who and what', async () => {
    world.advance(60);
    const { version } = await view();
    const changed = await makeChangeSettings(world)({ structureId, settings: decided, version }, elise);
    expect(changed).toEqual({ ok: true, value: { version: world.now().toISOString() } });
    const { entry } = await view();
    expect(settingsOf(entry)).toEqual({ ...decided, contact: { email: 'factures@saint-aubin.example' } });
    expect(await history()).toMatchObject([
      {
        act: 'settings.changed',
        subject: '',
        byName: elise.name,
        at: world.now(),
        changes: [
          { field: 'requirements.serviceCode', before: false, after: true },
          { field: 'requirements.engagementNumber', before: true, after: false },
          { field: 'contact.email', before: null, after: 'factures@saint-aubin.example' },
        ],
      },
    ]);
  });

  it('stay as they are, and nothing is told, when nothing differs', async () => {
    const { version } = await view();
    const changed = await makeChangeSettings(world)(
      { structureId, settings: settingsOf(town), version },
      elise,
    );
    expect(changed).toEqual({ ok: true, value: { version } });
    expect(await history()).toEqual([]);
  });

  it('are not changed over a change that was not seen', async () => {
    const { version } = await view();
    const change = makeChangeSettings(world);
    await change({ structureId, settings: decided, version }, elise);
    const late = await change({ structureId, settings: settingsOf(town), version }, elise);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'settings-changed-meanwhile' } });
    expect((await view()).entry.requirements).toEqual(requirementsOf('serviceCode'));
  });

  it('are told which field is wrong', async () => {
    const { version } = await view();
    const settings = { ...decided, contact: { email: 'mairie' } };
    const refused = await makeChangeSettings(world)({ structureId, settings, version }, elise);
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'settings-faulty', faults: [{ field: 'contact.email', code: 'email-malformed' }] },
    });
  });
});

describe('the services of an entity', () => {
  it('are added open, and once', async () => {
    expect(granted(await add())).toEqual({ ...canteen, updatedAt: world.now() });
    expect(await add({ code: 'Cantine', name: 'Autre' })).toEqual({
      ok: false,
      refusal: { code: 'settings-faulty', faults: [{ field: 'code', code: 'service-code-taken' }] },
    });
    expect((await history()).map(({ act, subject }) => [act, subject])).toEqual([
      ['service.added', 'CANTINE'],
    ]);
  });

  it('are changed with what they demand, their code and their state staying', async () => {
    const { updatedAt, active: _, ...draft } = granted(await add());
    world.advance(60);
    const service = { ...draft, name: 'Restaurant', engagementNumberRequired: true };
    const command = { structureId, service, version: updatedAt.toISOString() };
    expect(granted(await makeChangeService(world)(command, elise))).toEqual({
      ...service,
      active: true,
      updatedAt: world.now(),
    });
    const [last] = await history();
    expect(last?.changes).toEqual([
      { field: 'name', before: 'Cantine scolaire', after: 'Restaurant' },
      { field: 'engagementNumberRequired', before: null, after: true },
    ]);
    expect(await makeChangeService(world)(command, elise)).toMatchObject({
      refusal: { code: 'settings-changed-meanwhile' },
    });
    const unknown = { ...command, service: { ...service, code: 'PISCINE' } };
    expect(await makeChangeService(world)(unknown, elise)).toMatchObject({
      refusal: { code: 'service-not-found' },
    });
  });

  it('are closed and reopened together, each told once, and all or none', async () => {
    await add();
    await add({ code: 'VOIRIE', name: 'Voirie' });
    const close = makeCloseServices(world);
    expect(await close({ structureId, codes: ['CANTINE', 'PISCINE'] }, elise)).toMatchObject({
      refusal: { code: 'service-not-found' },
    });
    expect((await view()).services).toEqual({ open: 2, closed: 0 });
    await close({ structureId, codes: ['CANTINE', 'VOIRIE', 'CANTINE'] }, elise);
    await close({ structureId, codes: ['CANTINE'] }, elise);
    expect((await view()).services).toEqual({ open: 0, closed: 2 });
    await makeReopenServices(world)({ structureId, codes: ['CANTINE'] }, elise);
    expect((await history()).map(({ act, subject }) => [act, subject])).toEqual([
      ['service.reopened', 'CANTINE'],
      ['service.closed', 'VOIRIE'],
      ['service.closed', 'CANTINE'],
      ['service.added', 'VOIRIE'],
      ['service.added', 'CANTINE'],
    ]);
  });

  it('are listed in pages of at most a hundred, with counts over all of them', async () => {
    for (let number = 0; number < 102; number += 1) await add({ code: `S${100 + number}` });
    const page = granted(await makeListServices(world)({ structureId, limit: 1000 }, elise));
    expect(page.services).toHaveLength(100);
    expect(page.counts).toEqual({ open: 102, closed: 0 });
    const found = await makeListServices(world)({ structureId, search: 's201', open: true }, elise);
    expect(granted(found).services.map(({ code }) => code)).toEqual(['S201']);
    expect(granted(await makeFindService(world)({ structureId, code: 'S201' }, elise))?.code).toBe('S201');
  });
});

describe('what was done to a connection', () => {
  it('is told in the same history, to those who may read of connections', async () => {
    const paused = {
      structureId,
      at: world.now(),
      byUserId: null,
      byName: 'Parvis',
      act: 'connection.paused',
      subject: 'Tryton de la ville',
      details: {},
    } as const;
    await world.work.run(({ accessTrace }) => accessTrace.record(paused));
    expect(await history()).toMatchObject([
      { act: 'connection.paused', subject: 'Tryton de la ville', byName: 'Parvis', changes: [] },
    ]);
    const [membership] = elise.memberships;
    if (!membership) throw new Error('no membership');
    const grants = [{ space: 'settings', level: 'read' }] as const;
    const reader = { ...elise, memberships: [{ ...membership, role: 'user' as const, grants }] };
    expect(granted(await makeSettingsHistory(world)({ structureId }, reader)).changes).toEqual([]);
  });
});

describe('whoever does not hold the right', () => {
  it.each([
    ['a supplier', alice],
    ['another entity', claire],
  ])('%s neither sees nor changes anything', async (_, stranger) => {
    const refused = { ok: false, refusal: { code: 'not-allowed' } };
    const { active: _active, ...service } = canteen;
    const version = new Date(0).toISOString();
    expect(await makeViewSettings(world)(structureId, stranger)).toMatchObject(refused);
    expect(await makeListServices(world)({ structureId }, stranger)).toMatchObject(refused);
    expect(await makeFindService(world)({ structureId, code: 'X' }, stranger)).toMatchObject(refused);
    expect(await makeSettingsHistory(world)({ structureId }, stranger)).toMatchObject(refused);
    expect(
      await makeChangeSettings(world)({ structureId, settings: settingsOf(town), version }, stranger),
    ).toMatchObject(refused);
    expect(await makeAddService(world)({ structureId, service }, stranger)).toMatchObject(refused);
    expect(await makeChangeService(world)({ structureId, service, version }, stranger)).toMatchObject(
      refused,
    );
    expect(await makeCloseServices(world)({ structureId, codes: ['X'] }, stranger)).toMatchObject(refused);
    expect(await makeReopenServices(world)({ structureId, codes: ['X'] }, stranger)).toMatchObject(refused);
  });

  it('who may read settings alone changes nothing', async () => {
    const [membership] = elise.memberships;
    if (!membership) throw new Error('Elise belongs to the town');
    const grants = [{ space: 'settings', level: 'read' }] as const;
    const reader = { ...elise, memberships: [{ ...membership, role: 'user' as const, grants }] };
    expect((await makeViewSettings(world)(structureId, reader)).ok).toBe(true);
    expect(await makeCloseServices(world)({ structureId, codes: ['X'] }, reader)).toMatchObject({
      refusal: { code: 'not-allowed', right: 'settings:change' },
    });
  });
});
