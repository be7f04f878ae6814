import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice, claire, denis, elise, hospital, hospitalBooks, town } from '../testing/cast.js';
import { approved, delivered, deliveryOf } from '../testing/deliveries.js';
import { FakeCatalogue } from '../testing/fake-catalogue.js';
import { makeFakeWorker } from '../testing/fake-worker.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { act, granted, received, refusalOf } from '../testing/journey.js';
import { makeRemoveConnection } from './remove-connection.js';
import { makeSaveConnection, type SaveConnectionCommand } from './save-connection.js';
import { makeSetConnectionActive } from './set-connection-active.js';
import { makeTryStep } from './try-step.js';

const SECRET = 'mot de passe du connecteur';

const asked: SaveConnectionCommand = {
  structureId: hospital.structureId,
  system: 'tryton',
  name: 'Tryton d’essai',
  environment: 'test',
  live: false,
  deliverWhen: 'madeAvailable',
  settingsText: JSON.stringify({ url: 'https://tryton.example', password: SECRET, journal: '' }),
};

let world: FakeWorld;
let catalogue: FakeCatalogue;
beforeEach(async () => {
  world = await makeFakeWorld();
  catalogue = new FakeCatalogue(world.isWorkOpen);
});
const save = (change: Partial<SaveConnectionCommand> = {}, actor = claire) =>
  makeSaveConnection({ ...world, catalogue, simulatorMayBeLive: true })({ ...asked, ...change }, actor);
const storedOf = (id: string) =>
  world.work.run(({ connections }) => connections.find(hospital.structureId, id));
const traces = async () =>
  (await world.work.run(({ accessTrace }) => accessTrace.page(hospital.structureId, { limit: 10 }))).entries;

describe('saving a connection', () => {
  test('keeps secrets apart from the rest, and shows only which are set', async () => {
    const saved = granted(await save());
    expect(saved).toMatchObject({ settings: { url: 'https://tryton.example' }, secretsKept: ['password'] });
    expect(JSON.stringify(saved)).not.toContain(SECRET);
    expect((await storedOf(saved.id))?.settings).toEqual({
      url: 'https://tryton.example',
      secrets: { password: SECRET },
    });
  });

  test('keeps a secret that is left out or empty, replaces one that is given, drops one that is null', async () => {
    const { id } = granted(await save({ settingsText: settings({ password: SECRET, key: 'clé' }) }));
    granted(await save({ connectionId: id, settingsText: settings({ password: '' }) }));
    expect((await storedOf(id))?.settings.secrets).toEqual({ password: SECRET, key: 'clé' });
    granted(await save({ connectionId: id, settingsText: settings({ password: 'autre', key: null }) }));
    expect((await storedOf(id))?.settings.secrets).toEqual({ password: 'autre' });
  });

  const settings = (fields: object) => JSON.stringify({ url: 'https://tryton.example', ...fields });

  test('never takes the sealed part of what is stored from whoever asks', async () => {
    const given = JSON.stringify({ url: 'https://tryton.example', secrets: { password: 'glissé' } });
    const refusal = refusalOf(await save({ settingsText: given }));
    expect(refusal).toMatchObject({ faults: [{ field: 'password' }] });
  });

  test('names every field that is wrong, the name and the moment among them', async () => {
    const wrong = { name: '  ', deliverWhen: 'inPayment', settingsText: '{"url":"x"}' } as const;
    expect(refusalOf(await save(wrong))).toMatchObject({
      code: 'connection-settings-faulty',
      faults: [
        { field: 'connection.name', code: 'missing' },
        { field: 'connection.deliverWhen', code: 'unknown' },
        { field: 'password', code: 'missing' },
      ],
    });
    for (const name of ['N'.repeat(81), hospitalBooks.name.toUpperCase()])
      expect(refusalOf(await save({ name }))).toMatchObject({ faults: [{ field: 'connection.name' }] });
  });

  test.each(['', 'nonsense', '[]', '"text"', 'null', `"${'x'.repeat(100_001)}"`])(
    'refuses settings that are no object: %.10s',
    async (settingsText) => {
      expect(refusalOf(await save({ settingsText }))).toEqual({ code: 'settings-not-read' });
    },
  );

  test('keeps one live connection for each moment of an invoice', async () => {
    const live = { environment: 'production', live: true, deliverWhen: 'serviceConfirmed' } as const;
    expect(refusalOf(await save(live))).toEqual({ code: 'live-connection-exists', name: hospitalBooks.name });
    const saved = granted(await save({ ...live, deliverWhen: 'madeAvailable' }));
    const again = { ...live, connectionId: saved.id, deliverWhen: 'madeAvailable' } as const;
    expect(granted(await save(again)).id).toBe(saved.id);
  });

  test('never has a system for trying out move invoices, nor take the place of production', async () => {
    for (const deliverWhen of ['madeAvailable', 'serviceConfirmed'] as const)
      expect(refusalOf(await save({ live: true, deliverWhen }))).toEqual({ code: 'test-never-live' });
    const { id } = granted(await save());
    expect(refusalOf(await save({ connectionId: id, live: true }))).toEqual({ code: 'test-never-live' });
    expect(await storedOf(id)).toMatchObject({ live: false });
    const { id: connectionId, name } = hospitalBooks;
    const books = { ...asked, system: 'simulator', connectionId, name };
    expect(refusalOf(await save({ ...books, live: true }))).toEqual({ code: 'test-never-live' });
    expect(await storedOf(hospitalBooks.id)).toMatchObject({ environment: 'production', live: true });
  });

  test('has a simulator live on a demonstration only', async () => {
    const simulated = { ...asked, environment: 'simulator', live: true } as const;
    const elsewhere = makeSaveConnection({ ...world, catalogue, simulatorMayBeLive: false });
    expect(refusalOf(await elsewhere(simulated, claire))).toEqual({ code: 'simulator-never-live' });
    granted(await elsewhere({ ...simulated, live: false }, claire));
    expect(granted(await save({ ...simulated, name: 'Démonstration' }))).toMatchObject({ live: true });
  });

  test('is for those who operate connections of the entity, and for its own connections', async () => {
    const town2 = { structureId: town.structureId };
    for (const actor of [alice, denis, elise])
      expect(refusalOf(await save({}, actor))).toMatchObject({ code: 'not-allowed' });
    const others = { ...town2, connectionId: hospitalBooks.id };
    expect(refusalOf(await save(others, elise))).toEqual({ code: 'connection-not-found' });
    expect(refusalOf(await save({ system: 'sage' }))).toEqual({ code: 'connector-unknown', system: 'sage' });
    expect(refusalOf(await save({ connectionId: hospitalBooks.id }))).toEqual({
      code: 'connection-of-another-system',
    });
  });

  test('leaves a trace without any secret, and leaves cursor and pause alone', async () => {
    await world.seed({
      connections: [{ ...hospitalBooks, settings: { url: 'https://tryton.example' }, cursor: '17' }],
    });
    const change = { system: 'simulator', connectionId: hospitalBooks.id, live: true, name: 'Comptabilité' };
    granted(await save({ ...change, environment: 'production', deliverWhen: 'serviceConfirmed' }));
    expect(await storedOf(hospitalBooks.id)).toMatchObject({ cursor: '17', active: true, live: true });
    const [trace] = await traces();
    expect(trace).toMatchObject({
      act: 'connection.changed',
      byName: claire.name,
      details: { before: { name: hospitalBooks.name }, after: { secretsKept: ['password'] } },
    });
    expect(JSON.stringify(trace)).not.toContain(SECRET);
  });

  test('reads news from the beginning once it leads to another system, and only then', async () => {
    const { id } = granted(await save());
    const known = () =>
      world.work.run(({ connections }) =>
        connections.moveCursor(hospital.structureId, id, '17', world.now()),
      );
    await known();
    granted(await save({ connectionId: id, settingsText: settings({ password: 'autre', journal: 'ACH' }) }));
    expect((await storedOf(id))?.cursor).toBe('17');
    const elsewhere = settings({ url: 'https://autre.example', password: SECRET });
    granted(await save({ connectionId: id, settingsText: elsewhere }));
    expect((await storedOf(id))?.cursor).toBeNull();
  });
});

describe('pausing and resuming', () => {
  const set = (active: boolean, actor = claire) =>
    makeSetConnectionActive(world)({ connectionId: hospitalBooks.id, active }, actor);

  test('lets everything wait, then sends it, in order, and reads the news', async () => {
    granted(await set(false));
    expect(await storedOf(hospitalBooks.id)).toMatchObject({ active: false, pausedAt: world.now() });
    const late = await received(world, anInvoice({ number: 'F-2' }));
    granted(await act(world, late, 'approve'));
    const refs = [late, await approved(world)];
    const worker = makeFakeWorker(world);
    await worker.runDue();
    for (const ref of refs) expect(await deliveryOf(world, ref)).toMatchObject({ state: 'waiting' });
    const before = (await world.jobsAdded()).length;
    granted(await set(true));
    const kinds = (await world.jobsAdded()).slice(before).map((job) => job.kind);
    expect(kinds).toEqual(['deliverInvoice', 'deliverInvoice', 'pullStatuses']);
    await worker.runDue();
    for (const ref of refs) expect((await deliveryOf(world, ref)).state).toBe('delivered');
    expect(await storedOf(hospitalBooks.id)).not.toHaveProperty('pausedAt');
    expect((await traces()).map((trace) => trace.act)).toEqual(['connection.resumed', 'connection.paused']);
  });

  test('says nothing twice, and is for those who operate the connection', async () => {
    granted(await set(true));
    expect(await traces()).toEqual([]);
    expect(refusalOf(await set(false, denis))).toMatchObject({ code: 'not-allowed' });
    expect(refusalOf(await set(false, elise))).toEqual({ code: 'connection-not-found' });
  });
});

describe('removing a connection', () => {
  const remove = (connectionId: string) => makeRemoveConnection(world)({ connectionId }, claire);

  test('is possible while nothing was ever delivered over it', async () => {
    const { id } = granted(await save());
    granted(await remove(id));
    expect(await storedOf(id)).toBeUndefined();
    await delivered(world);
    expect(refusalOf(await remove(hospitalBooks.id))).toEqual({ code: 'connection-used' });
    expect(await storedOf(hospitalBooks.id)).toBeDefined();
  });
});

describe('the live test of a step', () => {
  const fields = { url: 'https://tryton.example', password: SECRET };
  const tryIt = (change: Partial<Parameters<ReturnType<typeof makeTryStep>>[0]> = {}, actor = claire) =>
    makeTryStep({ ...world, catalogue })(
      {
        structureId: hospital.structureId,
        system: 'tryton',
        step: 'reach',
        settingsText: JSON.stringify(fields),
        ...change,
      },
      actor,
    );

  test('asks the system with what was typed, outside any unit of work', async () => {
    expect(granted(await tryIt())).toEqual({ points: [] });
    expect(catalogue.tried).toEqual([fields]);
  });

  test('uses the stored secret of a connection of the same kind, and of no other', async () => {
    const { id } = granted(await save());
    const settingsText = '{"url":"https://tryton.example"}';
    granted(await tryIt({ connectionId: id, settingsText }));
    expect(catalogue.tried).toEqual([fields]);
    const other = await tryIt({ connectionId: id, settingsText, system: 'simulator' });
    expect(refusalOf(other)).toMatchObject({ faults: [{ field: 'password', code: 'missing' }] });
    const unknown = await tryIt({ connectionId: '00000000-0000-4000-8000-000000000999' });
    expect(refusalOf(unknown)).toEqual({ code: 'connection-not-found' });
  });

  test('sends no stored secret to another address', async () => {
    const { id } = granted(await save());
    const elsewhere = { connectionId: id, settingsText: '{"url":"https://autre.example"}' };
    const faults = [{ field: 'password', code: 'missing' }];
    expect(refusalOf(await tryIt(elsewhere))).toMatchObject({ faults });
    expect(refusalOf(await save(elsewhere))).toMatchObject({ faults });
    expect(catalogue.tried).toEqual([]);
    granted(await save({ ...elsewhere, settingsText: '{"url":"https://autre.example","password":"neuf"}' }));
    expect((await storedOf(id))?.settings.secrets).toEqual({ password: 'neuf' });
  });

  test('says that it failed, and shows no detail', async () => {
    catalogue.found = 'throws';
    expect(granted(await tryIt())).toMatchObject({ kind: 'unavailable' });
    expect(world.logged).toHaveLength(1);
  });

  test('is not to be had of steps without one, nor by those who only read', async () => {
    for (const step of ['mapping', 'nowhere'])
      expect(refusalOf(await tryIt({ step }))).toEqual({ code: 'step-unknown' });
    expect(refusalOf(await tryIt({}, denis))).toMatchObject({ code: 'not-allowed' });
  });

  test('is made twenty times a minute at most', async () => {
    for (let count = 0; count < 20; count += 1) granted(await tryIt());
    expect(refusalOf(await tryIt())).toMatchObject({ code: 'tested-too-often' });
    world.advance(61);
    granted(await tryIt());
  });
});
