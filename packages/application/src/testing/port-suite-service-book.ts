import type { DirectoryService } from '@parvis/domain/directory/directory-entry';
import { describe, expect, test } from 'vitest';
import { hospital, town } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const whole: DirectoryService = {
  code: 'VOIRIE',
  name: 'Voirie',
  active: true,
  engagementNumberRequired: false,
  description: 'Rues et trottoirs',
  reportsPayment: true,
  address: { street: '1 place du Marché', postCode: '53600', town: 'Évron' },
  contactEmail: 'voirie@exemple.invalid',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
};

export const describeServiceBook = (makePorts: MakePorts): void => {
  describe('services in bulk', () => {
    const ports = usePorts(makePorts);

    test('adds at the end and replaces what is there, in one go', async () => {
      await ports().work.run(async ({ serviceBook, directory }) => {
        await serviceBook.put(
          hospital.structureId,
          [whole, { code: 'TRAVAUX', name: 'Bâtiments', active: false }],
          new Date(),
        );
        const entry = await directory.findRecipientById(hospital.structureId);
        expect(entry?.services.map(({ code }) => code)).toEqual([
          'RESTAURATION',
          'TRAVAUX',
          'ARCHIVES',
          'VOIRIE',
        ]);
        expect(entry?.services[1]).toEqual({ code: 'TRAVAUX', name: 'Bâtiments', active: false });
        expect(entry?.services[3]).toEqual(whole);
      });
    });

    test('gives all of one entity, by code', async () => {
      await ports().work.run(async ({ serviceBook }) => {
        const services = await serviceBook.all(hospital.structureId);
        expect(services.map(({ code }) => code)).toEqual(['ARCHIVES', 'RESTAURATION', 'TRAVAUX']);
        expect(await serviceBook.all(town.structureId)).toEqual([]);
      });
    });

    test('takes ten thousand at once', async () => {
      const many = Array.from({ length: 10_000 }, (_, index) => ({
        code: `S-${String(index).padStart(5, '0')}`,
        name: `Service ${index}`,
        active: true,
      }));
      await ports().work.run(async ({ serviceBook }) => {
        await serviceBook.put(town.structureId, many, new Date());
        const services = await serviceBook.all(town.structureId);
        expect(services).toHaveLength(10_000);
        expect(services.at(-1)).toEqual(many.at(-1));
      });
    });
  });
};
