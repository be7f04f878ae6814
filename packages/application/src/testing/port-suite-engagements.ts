import { Decimal } from '@parvis/domain/amount/decimal';
import { type Engagement, supplierKey } from '@parvis/domain/directory/engagement';
import { describe, expect, test } from 'vitest';
import type { EngagementFilter } from '../engagements/engagement-store.js';
import { hospital, stationer, town } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

export const anEngagement = (number: string, change: Partial<Engagement> = {}): Engagement => ({
  recipientId: hospital.structureId,
  number,
  label: 'Fournitures',
  currency: 'EUR',
  source: 'file',
  closed: false,
  updatedAt: new Date('2026-03-01T08:00:00.000Z'),
  ...change,
});

const whole = anEngagement('4500012345', {
  serviceCode: 'RESTAURATION',
  supplierIdentifier: stationer.siret,
  supplierName: 'Papeterie du Bocage, à Évron',
  amountTotal: Decimal.of('10000.00'),
  amountLeft: Decimal.of('1200.10'),
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
});

const here = (change: Partial<EngagementFilter> = {}): EngagementFilter => ({
  recipientId: hospital.structureId,
  day: '2026-03-02',
  ...change,
});

export const describeEngagements = (makePorts: MakePorts): void => {
  describe('engagements', () => {
    const ports = usePorts(makePorts);
    const numbersOf = (filter: EngagementFilter) =>
      ports().work.run(async ({ engagements }) =>
        (await engagements.page(filter, { limit: 100 })).engagements.map(({ number }) => number),
      );
    const put = (...given: readonly Engagement[]) =>
      ports().work.run(({ engagements }) => engagements.put(given));

    test('gives back what was put, to the cent, and replaces it under its number', async () => {
      const bare = anEngagement('7');
      await put(whole, bare);
      await ports().work.run(async ({ engagements }) => {
        expect(await engagements.find(hospital.structureId, whole.number)).toEqual(whole);
        expect(await engagements.find(town.structureId, whole.number)).toBeUndefined();
        expect(await engagements.findMany(hospital.structureId, ['7', 'unknown'])).toEqual([bare]);
        await engagements.put([anEngagement(whole.number, { closed: true })]);
        const { amountLeft, closed } = (await engagements.find(hospital.structureId, whole.number)) ?? {};
        expect([amountLeft, closed]).toEqual([undefined, true]);
      });
    });

    test('says whether a recipient has any', async () => {
      await put(whole);
      await ports().work.run(async ({ engagements }) => {
        expect(await engagements.any(hospital.structureId)).toBe(true);
        expect(await engagements.any(town.structureId)).toBe(false);
      });
    });

    test('pages by number, and counts', async () => {
      await put(...['10', '2', 'A', 'a', '1'].map((number) => anEngagement(number)));
      await ports().work.run(async ({ engagements }) => {
        const first = await engagements.page(here(), { limit: 3 });
        expect(first.engagements.map(({ number }) => number)).toEqual(['1', '10', '2']);
        const second = await engagements.page(here(), { limit: 3, after: first.next ?? '' });
        expect(second.engagements.map(({ number }) => number)).toEqual(['A', 'a']);
        expect(second.next).toBeUndefined();
        expect(await engagements.count(here())).toBe(5);
      });
    });

    test('refuses a cursor that no page gave', async () => {
      const asked = ports().work.run(({ engagements }) => engagements.page(here(), { limit: 1, after: '!' }));
      await expect(asked).rejects.toThrow(RangeError);
    });

    test.each([
      ['part of the number', { search: '00123' }, ['4500012345']],
      ['the supplier, whatever accents and capitals', { search: 'EVRON' }, ['4500012345']],
      ['the identifier of the supplier', { search: stationer.siret }, ['4500012345']],
      ['what is no wildcard', { search: '%' }, []],
      ['service', { serviceCode: 'TRAVAUX' }, ['closed', 'travaux']],
      ['reach, which leaves out those of no service', { services: ['TRAVAUX'] }, ['closed', 'travaux']],
      ['open ones', { state: 'open' }, ['4500012345', 'travaux']],
      ['those to come', { state: 'notYet' }, ['later']],
      ['those that are over', { state: 'expired' }, ['before']],
      ['closed ones', { state: 'closed' }, ['closed']],
    ] as const)('filters by %s', async (_, filter, numbers) => {
      await put(
        whole,
        anEngagement('travaux', { serviceCode: 'TRAVAUX' }),
        anEngagement('closed', { serviceCode: 'TRAVAUX', closed: true, validUntil: '2025-12-31' }),
        anEngagement('later', { validFrom: '2026-03-03' }),
        anEngagement('before', { validFrom: '2025-01-01', validUntil: '2026-03-01' }),
      );
      expect(await numbersOf(here(filter))).toEqual(numbers);
    });

    test('finds those open with one supplier, at any establishment', async () => {
      const keys = ['unknown', supplierKey(stationer.siret)];
      const other = anEngagement('3', { supplierIdentifier: `${stationer.siret.slice(0, 9)}00021` });
      await put(
        whole,
        other,
        anEngagement('4', { supplierIdentifier: stationer.siret, closed: true }),
        anEngagement('5'),
      );
      await ports().work.run(async ({ engagements }) => {
        const found = await engagements.openOfSupplier(hospital.structureId, keys, 10);
        expect(found.map(({ number }) => number)).toEqual(['3', '4500012345']);
        expect(await engagements.openOfSupplier(hospital.structureId, keys, 1)).toHaveLength(1);
      });
    });

    test('keeps what a recipient does with them', async () => {
      await ports().work.run(async ({ engagements }) => {
        expect(await engagements.settings(town.structureId)).toEqual({ check: 'none', acceptsExcess: true });
        const chosen = { check: 'enforce', acceptsExcess: false } as const;
        await engagements.changeSettings(town.structureId, chosen, new Date(0));
        await engagements.changeSettings(town.structureId, { ...chosen, acceptsExcess: true }, new Date(1));
        expect(await engagements.settings(town.structureId)).toEqual({ ...chosen, acceptsExcess: true });
        expect(await engagements.settings(hospital.structureId)).toMatchObject({ check: 'none' });
      });
    });
  });
};
