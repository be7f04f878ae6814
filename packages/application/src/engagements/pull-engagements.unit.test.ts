import type { Engagement } from '@parvis/domain/directory/engagement';
import { say } from '@parvis/domain/display/language';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EngagementsPage, EngagementThere, Unavailable } from '../accounting/accounting-connector.js';
import { claire, denis, elise, hospital, hospitalBooks, person, stationer } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { granted, refusalOf } from '../testing/journey.js';
import { makeFetchEngagements } from './fetch-engagements.js';
import { makePullEngagements } from './pull-engagements.js';

const { recipientId, id: connectionId } = hospitalBooks;
let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});

const order = (number: string, change: Partial<EngagementThere> = {}): EngagementThere => ({
  number,
  label: 'Fournitures de bureau',
  supplierSiret: stationer.siret,
  amountLeft: '1200.00',
  validUntil: '2026-12-31',
  closed: false,
  ...change,
});

const connectorWith = (pages: readonly (readonly EngagementThere[] | Unavailable)[]) => () => ({
  system: 'simulator',
  check: world.books.check,
  deliver: world.books.deliver,
  statusesAfter: world.books.statusesAfter,
  preview: world.books.preview,
  engagements: async (after: string | null): Promise<EngagementsPage | Unavailable> => {
    if (world.isWorkOpen()) throw new Error('an accounting system was called inside a unit of work');
    const place = Number(after ?? 0);
    const page = pages[place];
    if (!page || !('length' in page)) return page ?? silent;
    return { kind: 'page', engagements: page, next: place + 1 < pages.length ? String(place + 1) : null };
  },
});

const silent: Unavailable = { kind: 'unavailable', message: say('Arrêté', 'Down') };

const pull = (...pages: readonly (readonly EngagementThere[] | Unavailable)[]) =>
  makePullEngagements({ ...world, openConnector: connectorWith(pages) })({ recipientId, connectionId });

const kept = (number: string): Promise<Engagement | undefined> =>
  world.work.run(({ engagements }) => engagements.find(recipientId, number));

describe('reading the engagements of an accounting system', () => {
  it('keeps each page, marked as told by accounting', async () => {
    expect(await pull([order('EJ-1'), order('EJ-2')], [order('EJ-3')])).toEqual({ changed: 3, kept: 0 });
    expect(await kept('EJ-3')).toMatchObject({
      source: 'accounting',
      label: 'Fournitures de bureau',
      supplierIdentifier: stationer.siret,
      validUntil: '2026-12-31',
      closed: false,
      updatedAt: world.now(),
    });
    expect((await kept('EJ-3'))?.amountLeft?.toString()).toBe('1200.00');
  });

  it('writes only what is told otherwise than before, and closes what is closed there', async () => {
    await pull([order('EJ-1'), order('EJ-2'), order('EJ-3')]);
    const before = await kept('EJ-1');
    world.advance(60);
    const told = [order('EJ-1'), order('EJ-2', { amountLeft: '300' }), order('EJ-3', { closed: true })];
    expect(await pull(told)).toEqual({ changed: 2, kept: 0 });
    expect(await kept('EJ-1')).toEqual(before);
    expect((await kept('EJ-2'))?.amountLeft?.toString()).toBe('300');
    expect(await kept('EJ-3')).toMatchObject({ closed: true, updatedAt: world.now() });
  });

  it.each(['file', 'form'] as const)('leaves alone what a %s has brought in', async (source) => {
    const own: Engagement = {
      recipientId,
      number: 'EJ-1',
      label: 'Tenu par le service achats',
      currency: 'EUR',
      source,
      closed: false,
      updatedAt: world.now(),
    };
    await world.work.run(({ engagements }) => engagements.put([own]));
    expect(await pull([order('EJ-1', { closed: true }), order('EJ-2')])).toEqual({ changed: 1, kept: 1 });
    expect(await kept('EJ-1')).toEqual(own);
  });

  it('takes a service only where the entity has it, and a number only where an invoice could bear it', async () => {
    await pull([
      order('EJ-1', { serviceCode: 'travaux' }),
      order('EJ-2', { serviceCode: 'AUTRE-LIEU' }),
      order('E'.repeat(51)),
      order('  '),
    ]);
    expect(await kept('EJ-1')).toMatchObject({ serviceCode: 'TRAVAUX' });
    expect(await kept('EJ-2')).not.toHaveProperty('serviceCode');
    expect(world.tables.engagements.size).toBe(2);
  });

  it('keeps what it has read when the system falls silent, and says so', async () => {
    expect(await pull([order('EJ-1')], silent, [order('EJ-3')])).toEqual({
      changed: 1,
      kept: 0,
      problem: silent.message,
    });
    expect(await kept('EJ-1')).toBeDefined();
  });

  it('reads nothing over a connection that is paused, or for trying out', async () => {
    for (const change of [{ active: false }, { live: false }]) {
      await world.work.run(({ connections }) => connections.change({ ...hospitalBooks, ...change }));
      expect(await pull([order('EJ-1')])).toEqual({ changed: 0, kept: 0 });
    }
    expect(world.tables.engagements.size).toBe(0);
  });
});

describe('asking for them now', () => {
  const keeper = person(0xbad, 'Paul Vidal', [
    {
      structureId: hospital.structureId,
      structureName: hospital.name,
      side: 'publicEntity',
      role: 'mainManager',
      grants: [],
    },
  ]);
  const ask = (actor: typeof keeper, change: object = {}) => {
    const openConnector = connectorWith([[order('EJ-1')]]);
    return makeFetchEngagements({ ...world, openConnector, ...change })({ connectionId }, actor);
  };

  it('is for those who keep both engagements and connections', async () => {
    expect(granted(await ask(keeper)).id).toBe(connectionId);
    expect(await world.jobsAdded()).toEqual([{ kind: 'pullEngagements', recipientId, connectionId }]);
    expect(refusalOf(await ask(denis))).toMatchObject({ code: 'not-allowed' });
    expect(refusalOf(await ask(claire))).toEqual({ code: 'not-allowed', right: 'engagement:manage' });
    expect(refusalOf(await ask(elise))).toEqual({ code: 'connection-not-found' });
  });

  it('is refused where the system tells none, or nothing may be read', async () => {
    expect(refusalOf(await ask(keeper, { openConnector: world.openConnector }))).toEqual({
      code: 'engagements-not-told',
    });
    await world.work.run(({ connections }) => connections.change({ ...hospitalBooks, live: false }));
    expect(refusalOf(await ask(keeper))).toEqual({ code: 'connection-not-live' });
    await world.work.run(({ connections }) => connections.change({ ...hospitalBooks, active: false }));
    expect(refusalOf(await ask(keeper))).toEqual({ code: 'connection-paused' });
  });
});
