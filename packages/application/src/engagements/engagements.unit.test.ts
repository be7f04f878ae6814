import type { Person } from '@parvis/domain/access/actor';
import { Decimal } from '@parvis/domain/amount/decimal';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeCheckInvoice } from '../invoice/check-invoice.js';
import { makeDepositInvoice } from '../invoice/deposit-invoice.js';
import { alice, bruno, claire, elise, hospital, person, stationer, town } from '../testing/cast.js';
import { fileOf } from '../testing/fake-files.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { depositCommand, granted, refusalOf } from '../testing/journey.js';
import { anEngagement } from '../testing/port-suite-engagements.js';
import { type EngagementFields, makeAddEngagement } from './add-engagement.js';
import { makeCloseEngagement } from './close-engagement.js';
import { makeChangeEngagementSettings, makeFindEngagementSettings } from './engagement-settings.js';
import { makeListEngagements } from './list-engagements.js';

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});

const structureId = town.structureId;

const fields = (change: Partial<EngagementFields> = {}): EngagementFields => ({
  number: ' 4500012345 ',
  label: 'Enrobé',
  supplier: '000 000 125 00013',
  supplierName: '',
  service: '',
  total: '10 000',
  left: '1200,50',
  currency: '',
  from: '',
  until: '31/12/2026',
  ...change,
});

const add = (change: Partial<EngagementFields> = {}, actor = elise) =>
  makeAddEngagement(world)({ structureId, fields: fields(change) }, actor);

/** Holds part of the hospital’s engagements. */
const gaston: Person = person(0x9a5, 'Gaston Roy', [
  {
    structureId: hospital.structureId,
    structureName: hospital.name,
    side: 'publicEntity',
    role: 'user',
    grants: [{ space: 'engagements', level: 'full', services: ['TRAVAUX'] }],
  },
]);

const put = (...given: Parameters<FakeWorld['tables']['engagements']['set']>[1][]) =>
  world.work.run(({ engagements }) => engagements.put(given));

describe('adding an engagement', () => {
  test('reads the form as an import reads cells, and leaves a trace', async () => {
    expect(granted(await add())).toMatchObject({
      number: '4500012345',
      supplierIdentifier: stationer.siret,
      amountLeft: Decimal.of('1200.50'),
      validUntil: '2026-12-31',
      currency: 'EUR',
      source: 'form',
    });
    const { entries } = await world.work.run(({ accessTrace }) =>
      accessTrace.page(structureId, { limit: 1 }),
    );
    expect(entries).toMatchObject([{ act: 'engagement.added', subject: '4500012345', byName: elise.name }]);
  });

  test('names every wrong field at once', async () => {
    const refusal = refusalOf(await add({ number: '', left: 'beaucoup', until: 'demain' }));
    expect(refusal).toEqual({
      code: 'engagement-field-wrong',
      faults: [
        { field: 'number', cause: 'required' },
        { field: 'left', cause: 'not-an-amount' },
        { field: 'until', cause: 'not-a-day' },
      ],
    });
    expect(refusalOf(await add({ left: '10001', service: 'AILLEURS' }))).toMatchObject({
      faults: [{ cause: 'service-unknown' }, { cause: 'left-above-total' }],
    });
  });

  test('does not replace one that is there', async () => {
    granted(await add());
    expect(refusalOf(await add({ label: 'Autre' }))).toEqual({
      code: 'engagement-number-taken',
      number: '4500012345',
    });
  });

  test('is for those who manage engagements, in their services', async () => {
    expect(refusalOf(await add({}, claire))).toEqual({ code: 'not-allowed', right: 'engagement:manage' });
    const adding = makeAddEngagement(world);
    const there = { structureId: hospital.structureId, fields: fields() };
    expect(refusalOf(await adding(there, gaston))).toMatchObject({ faults: [{ cause: 'out-of-reach' }] });
    granted(await adding({ ...there, fields: fields({ service: 'travaux' }) }, gaston));
  });
});

describe('the list of engagements', () => {
  const list = (actor: Person, change = {}) =>
    makeListEngagements(world)({ structureId: hospital.structureId, limit: 10, ...change }, actor);

  test('stays within the services of whoever asks', async () => {
    await put(
      anEngagement('1', { serviceCode: 'TRAVAUX' }),
      anEngagement('2', { serviceCode: 'RESTAURATION' }),
      anEngagement('3'),
    );
    const { engagements, total } = granted(await list(gaston));
    expect([engagements.map(({ number }) => number), total]).toEqual([['1'], 1]);
    expect(refusalOf(await list(claire)).code).toBe('not-allowed');
    expect(refusalOf(await list(elise)).code).toBe('not-allowed');
  });

  test('counts what a search finds', async () => {
    await put(...['10', '11', '20'].map((number) => anEngagement(number, { serviceCode: 'TRAVAUX' })));
    expect(granted(await list(gaston, { search: '1', limit: 1 }))).toMatchObject({
      total: 2,
      engagements: [{ number: '10' }],
    });
  });
});

describe('closing an engagement', () => {
  const close = (number: string, closed = true, actor: Person = elise) =>
    makeCloseEngagement(world)({ structureId, number, closed }, actor);

  test('can be undone', async () => {
    granted(await add());
    expect(granted(await close('4500012345')).closed).toBe(true);
    expect(granted(await close('4500012345', false)).closed).toBe(false);
    const { entries } = await world.work.run(({ accessTrace }) =>
      accessTrace.page(structureId, { limit: 9 }),
    );
    expect(entries.map(({ act }) => act).sort()).toEqual([
      'engagement.added',
      'engagement.closed',
      'engagement.reopened',
    ]);
  });

  test('leaves those of the accounting system to it, and knows none of others’ services', async () => {
    await put(anEngagement('books', { recipientId: structureId, source: 'accounting' }));
    expect(refusalOf(await close('books')).code).toBe('engagement-kept-elsewhere');
    expect(refusalOf(await close('unknown')).code).toBe('engagement-not-found');
    await put(anEngagement('9', { serviceCode: 'RESTAURATION' }));
    const there = { structureId: hospital.structureId, number: '9', closed: true };
    expect(refusalOf(await makeCloseEngagement(world)(there, gaston)).code).toBe('engagement-not-found');
  });
});

describe('an invoice to an entity that keeps its engagements here', () => {
  const invoice = anInvoice({ purchaseOrderReference: '4500012345' });
  const settle = (check: 'none' | 'advise' | 'enforce', acceptsExcess = true) =>
    world.work.run(({ engagements }) =>
      engagements.changeSettings(hospital.structureId, { check, acceptsExcess }, world.now()),
    );
  const checked = async () => granted(await makeCheckInvoice(world)({ file: fileOf(invoice) }, alice));

  test('is told the same by the dry run and by the deposit', async () => {
    await put(
      anEngagement('4500012345', { supplierIdentifier: stationer.siret, amountLeft: Decimal.of('100.00') }),
    );
    await settle('enforce', false);
    const { valid, faults } = await checked();
    expect([valid, faults.map(({ rule }) => rule)]).toEqual([false, ['PV-ENGAGEMENT-EXCEEDED']]);
    const refused = await makeDepositInvoice(world)(depositCommand(invoice), alice);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { judgement: { faults: [{ rule: 'PV-ENGAGEMENT-EXCEEDED' }] } },
    });
  });

  test('is taken in with a warning where the entity advises, which its own people read too', async () => {
    await put(anEngagement('4500012346', { supplierIdentifier: stationer.siret }));
    await settle('advise');
    const { valid, faults } = await checked();
    expect([valid, faults]).toMatchObject([
      true,
      [{ rule: 'PV-ENGAGEMENT-UNKNOWN', values: { near: '4500012346' } }],
    ]);
    const receipt = granted(await makeDepositInvoice(world)(depositCommand(invoice), alice));
    const stored = await world.work.run(({ invoices }) => invoices.find(receipt.ref));
    expect(stored?.warnings.map(({ rule }) => rule)).toEqual(['PV-ENGAGEMENT-UNKNOWN']);
  });

  test('hears nothing where nothing is kept or nothing is asked', async () => {
    await settle('enforce');
    expect((await checked()).faults).toEqual([]);
    await put(anEngagement('7'));
    await settle('none');
    expect((await checked()).faults).toEqual([]);
  });

  test('is never offered the engagements of others', async () => {
    await put(
      anEngagement('4500012346', { supplierIdentifier: '00000412700015', supplierName: 'Traiteur Lemaire' }),
    );
    await settle('enforce');
    const { faults } = await checked();
    expect(faults).toMatchObject([{ rule: 'PV-ENGAGEMENT-UNKNOWN', choices: [] }]);
    expect(JSON.stringify(faults)).not.toMatch(/4500012346|Lemaire/);
  });
});

describe('what an entity does with its engagements', () => {
  test('is a setting, changed by those who change settings and traced', async () => {
    const chosen = { check: 'enforce', acceptsExcess: false } as const;
    const change = makeChangeEngagementSettings(world);
    expect(refusalOf(await change({ structureId, settings: chosen }, claire)).code).toBe('not-allowed');
    const atSupplier = { structureId: stationer.structureId, settings: chosen };
    expect(refusalOf(await change(atSupplier, bruno)).code).toBe('not-allowed');
    granted(await change({ structureId, settings: chosen }, elise));
    expect(granted(await makeFindEngagementSettings(world)(structureId, elise))).toEqual(chosen);
    const { entries } = await world.work.run(({ accessTrace }) =>
      accessTrace.page(structureId, { limit: 1 }),
    );
    expect(entries).toMatchObject([
      {
        act: 'engagement.settings.changed',
        details: {
          changes: [
            { field: 'engagementCheck', before: 'none', after: 'enforce' },
            { field: 'engagementExcess', before: true, after: false },
          ],
        },
      },
    ]);
  });
});
