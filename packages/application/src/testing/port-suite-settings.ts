import type { DirectoryService } from '@parvis/domain/directory/directory-entry';
import { settingsOf } from '@parvis/domain/directory/entity-settings';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, test } from 'vitest';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import type { ServiceFactsAsked } from '../settings/settings-store.js';
import { hospital, stationer, town, uuid } from './cast.js';
import { depositEvent, storedInvoice } from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const noon = new Date('2026-03-02T12:00:00.000Z');
const day = '2026-03-02';
const canteen: DirectoryService = { code: 'CANTINE', name: 'Cantine scolaire', active: true };

export const describeSettings = (makePorts: MakePorts): void => {
  describe('settings', () => {
    const ports = usePorts(makePorts);

    test('are found without services, of public entities alone', async () => {
      await ports().work.run(async ({ settings }) => {
        expect((await settings.find(hospital.structureId))?.entry).toEqual({ ...hospital, services: [] });
        expect(await settings.find(stationer.structureId)).toBeUndefined();
        expect(await settings.find(uuid(0x9999))).toBeUndefined();
      });
    });

    test('replace what was, and leave everything else of the entity', async () => {
      const decided = {
        ...settingsOf(town),
        active: false,
        worksAuthority: 'also' as const,
        reportsPayment: false,
        contact: { email: 'factures@saint-aubin.example', note: 'Le matin' },
        validUntil: '2027-12-31',
      };
      const found = await ports().work.run(async ({ settings }) => {
        await settings.change(town.structureId, decided, noon);
        return settings.findForChange(town.structureId);
      });
      expect(found).toEqual({ entry: { ...town, ...decided, services: [] }, updatedAt: noon });
      await ports().work.run(async ({ settings }) => {
        await settings.change(town.structureId, settingsOf(town), noon);
        expect((await settings.find(town.structureId))?.entry).toEqual(town);
      });
    });

    test('are what the directory shows from then on', async () => {
      const entry = await ports().work.run(async ({ settings, directory }) => {
        await settings.change(town.structureId, { ...settingsOf(town), worksAuthority: 'only' }, noon);
        return directory.findRecipient(town.siret);
      });
      expect(entry?.worksAuthority).toBe('only');
    });
  });

  describe('services', () => {
    const ports = usePorts(makePorts);

    test('are added once, capitals apart, and changed whole', async () => {
      await ports().work.run(async ({ settings }) => {
        expect(await settings.addService(town.structureId, canteen, noon)).toBe(true);
        expect(await settings.addService(town.structureId, { ...canteen, code: 'Cantine' }, noon)).toBe(
          false,
        );
        const later = new Date(noon.getTime() + 1000);
        const changed = {
          ...canteen,
          active: false,
          engagementNumberRequired: true,
          validUntil: '2026-12-31',
        };
        await settings.changeService(town.structureId, changed, later);
        const found = await settings.findServiceForChange(town.structureId, 'CANTINE');
        expect(found).toEqual({ ...changed, updatedAt: later });
        expect(await settings.findService(town.structureId, 'Cantine')).toBeUndefined();
        await settings.changeService(town.structureId, canteen, later);
        expect(await settings.findService(town.structureId, 'CANTINE')).toEqual({
          ...canteen,
          updatedAt: later,
        });
      });
    });

    test('are listed by code, page by page, and counted', async () => {
      const codes = ['École', 'VOIRIE', 'CANTINE', 'état-civil', 'Zoo'];
      await ports().work.run(async ({ settings }) => {
        for (const code of codes) await settings.addService(town.structureId, { ...canteen, code }, noon);
        const first = await settings.services(town.structureId, {}, { limit: 3 });
        const after = first.next ?? '';
        const rest = await settings.services(town.structureId, {}, { limit: 3, after });
        expect([...first.services, ...rest.services].map(({ code }) => code)).toEqual([...codes].sort());
        expect(first.cursors).toHaveLength(3);
        expect(rest.next).toBeUndefined();
        expect(await settings.countServices(town.structureId, day)).toEqual({ open: 5, closed: 0 });
        await expect(settings.services(town.structureId, {}, { limit: 3, after: 'x' })).rejects.toThrow(
          RangeError,
        );
      });
    });

    test.each([
      ['the beginning of the code', 'restau', ['RESTAURATION']],
      ['the beginnings of two words', 'jard esp', ['VERT']],
      ['a word of the name without accents', 'batiments', ['TRAVAUX']],
      ['a word of the description', 'parcs', ['VERT']],
      ['what is no wildcard', '%', ['ARCHIVES', 'RESTAURATION', 'TRAVAUX', 'VERT']],
      ['nothing known', 'piscine', []],
    ])('are found by %s', async (_, search, expected) => {
      const page = await ports().work.run(async ({ settings }) => {
        await settings.changeService(
          hospital.structureId,
          { code: 'TRAVAUX', name: 'Bâtiments', active: true },
          noon,
        );
        const green = { code: 'VERT', name: 'Espaces verts', active: true, description: 'Parcs et jardins' };
        await settings.addService(hospital.structureId, green, noon);
        return settings.services(hospital.structureId, { search }, { limit: 10 });
      });
      expect(page.services.map(({ code }) => code)).toEqual(expected);
    });

    test('are kept apart by state, and sampled with those that ask for something first', async () => {
      await ports().work.run(async ({ settings }) => {
        const codes = async (is: boolean) =>
          (
            await settings.services(hospital.structureId, { open: { is, on: day } }, { limit: 10 })
          ).services.map(({ code }) => code);
        expect(await codes(false)).toEqual(['ARCHIVES']);
        const sample = () => settings.sampleServices(hospital.structureId, day, 2);
        expect((await sample()).map(({ code }) => code)).toEqual(['TRAVAUX', 'RESTAURATION']);

        const works = { code: 'TRAVAUX', name: 'Travaux', active: true, validUntil: '2026-03-01' };
        await settings.changeService(hospital.structureId, works, noon);
        expect([await codes(false), await codes(true)]).toEqual([['ARCHIVES', 'TRAVAUX'], ['RESTAURATION']]);
        expect(await settings.countServices(hospital.structureId, day)).toEqual({ open: 1, closed: 2 });
        expect((await sample()).map(({ code }) => code)).toEqual(['RESTAURATION']);
      });
    });
  });

  describe('figures of settings', () => {
    const ports = usePorts(makePorts);
    const since = new Date('2026-03-01T00:00:00.000Z');
    const { buyerReference: _, purchaseOrderReference: __, contractReference: ___, ...bare } = anInvoice();

    const received = (number: number, change: Partial<StoredInvoice>): StoredInvoice => {
      const { serviceCode: _code, engagementNumber: _engagement, ...rest } = storedInvoice(number);
      return { ...rest, content: bare, ...change };
    };

    const arrive = async (...invoices: StoredInvoice[]): Promise<void> =>
      ports().work.run(async (stores) => {
        for (const invoice of invoices) await stores.invoices.add(invoice, depositEvent, []);
      });

    test('count what was received by its references', async () => {
      await arrive(
        received(1, { serviceCode: 'TRAVAUX', engagementNumber: 'EJ-1' }),
        received(2, { serviceCode: 'TRAVAUX', content: { ...bare, contractReference: 'M-7' } }),
        received(3, { serviceCode: 'TRAVAUX', content: { ...bare, contractReference: ' ' } }),
        received(4, { content: { ...bare, businessProcess: ' A4 ' } }),
        received(5, { depositedAt: new Date(since.getTime() - 1) }),
      );
      const { businessProcess } = bare;
      const groups = await ports().work.run(({ settingsFigures }) =>
        settingsFigures.receivedSince(hospital.structureId, since),
      );
      expect(groups).toHaveLength(3);
      expect(groups).toEqual(
        expect.arrayContaining([
          { serviceCode: 'TRAVAUX', carriesEngagement: true, framework: businessProcess, count: 2 },
          { serviceCode: 'TRAVAUX', carriesEngagement: false, framework: businessProcess, count: 1 },
          { serviceCode: undefined, carriesEngagement: false, framework: 'A4', count: 1 },
        ]),
      );
    });

    test('name the invoices of such references, newest first', async () => {
      await arrive(
        received(1, { serviceCode: 'TRAVAUX' }),
        received(2, { depositedAt: new Date('2026-03-02T12:00:00.000Z') }),
        received(3, { depositedAt: new Date('2026-03-02T13:00:00.000Z') }),
      );
      const keys = [{ serviceCode: undefined, carriesEngagement: false, framework: bare.businessProcess }];
      await ports().work.run(async ({ settingsFigures }) => {
        const ask = (limit: number) =>
          settingsFigures.receivedAmong(hospital.structureId, { since, keys, limit });
        expect((await ask(9)).map(({ row }) => row.number)).toEqual(['F-2026-3', 'F-2026-2']);
        expect((await ask(1)).map(({ key }) => key)).toEqual(keys);
        expect(
          await settingsFigures.receivedAmong(hospital.structureId, { since, keys: [], limit: 9 }),
        ).toEqual([]);
      });
    });

    test('tell which of some codes exist', async () => {
      await ports().work.run(async ({ settingsFigures }) => {
        const asked = await settingsFigures.servicesNamed(hospital.structureId, ['TRAVAUX', 'PISCINE']);
        expect(asked).toEqual({ services: [hospital.services[1]], any: true });
        expect(await settingsFigures.servicesNamed(town.structureId, ['TRAVAUX'])).toEqual({
          services: [],
          any: false,
        });
      });
    });

    const asked: ServiceFactsAsked = {
      day: '2026-03-02',
      settledBefore: noon,
      unusedSince: since,
      recently: since,
      named: 2,
    };

    test('tell what is wrong with services by counting them', async () => {
      const services: DirectoryService[] = [
        { code: 'A1', name: 'A1', active: true },
        { code: 'a-2', name: 'Même nom', active: true },
        { code: 'A3', name: 'même nom ', active: true },
        { code: 'A 2', name: 'Autre', active: true },
        { code: 'B', name: 'Passé', active: true, validUntil: '2026-03-01' },
        { code: 'C', name: 'Futur', active: true, validFrom: '2026-03-03' },
        { code: 'D', name: 'Fermé', active: false },
      ];
      await ports().work.run(async ({ settings }) => {
        for (const service of services) {
          const settledAt = new Date(noon.getTime() - (service.code === 'A3' ? 0 : 1));
          await settings.addService(town.structureId, service, settledAt);
        }
      });
      const toTown = { recipientId: town.structureId, invoiceId: uuid(0x1101) };
      await arrive(
        received(1, { ref: toTown, serviceCode: 'A1', status: 'inPayment' }),
        received(2, { ref: { ...toTown, invoiceId: uuid(0x1102) }, serviceCode: 'D' }),
      );
      const facts = await ports().work.run(({ settingsFigures }) =>
        settingsFigures.serviceFacts(town.structureId, asked),
      );
      expect(facts).toEqual({
        openServices: 4,
        openInvoices: 1,
        unused: {
          count: 2,
          first: [
            { code: 'A 2', name: 'Autre' },
            { code: 'a-2', name: 'Même nom' },
          ],
        },
        alike: {
          count: 2,
          first: [
            [
              { code: 'A 2', name: 'Autre' },
              { code: 'a-2', name: 'Même nom' },
            ],
            [
              { code: 'A3', name: 'même nom ' },
              { code: 'a-2', name: 'Même nom' },
            ],
          ],
        },
        closedAndInvoiced: { count: 1, first: [{ code: 'D', name: 'Fermé' }] },
        unnamed: { count: 1, first: [{ code: 'A1', name: 'A1' }] },
        expired: { count: 1, first: [{ code: 'B', name: 'Passé' }] },
      });
    });

    test('say of a bare entity that it has nothing', async () => {
      const facts = await ports().work.run(({ settingsFigures }) =>
        settingsFigures.serviceFacts(town.structureId, asked),
      );
      expect(facts).toEqual({
        openServices: 0,
        openInvoices: 0,
        unused: { count: 0, first: [] },
        alike: { count: 0, first: [] },
        closedAndInvoiced: { count: 0, first: [] },
        unnamed: { count: 0, first: [] },
        expired: { count: 0, first: [] },
      });
    });
  });
};
