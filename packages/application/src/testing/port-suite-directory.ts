import { parseSiret, sirenOf } from '@parvis/domain/directory/siret';
import { describe, expect, test } from 'vitest';
import { hospital, stationer, town, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

export const describeDirectory = (makePorts: MakePorts): void => {
  describe('directory', () => {
    const ports = usePorts(makePorts);

    test('finds a public entity with its requirements and services', async () => {
      await ports().work.run(async ({ directory }) => {
        expect(await directory.findRecipient(hospital.siret)).toEqual(hospital);
        expect(await directory.findRecipientById(town.structureId)).toEqual(town);
      });
    });

    test('finds a supplier by SIREN and by identifier', async () => {
      await ports().work.run(async ({ directory }) => {
        expect(await directory.findSupplier(sirenOf(stationer.siret))).toEqual(stationer);
        expect(await directory.findSupplierById(stationer.structureId)).toEqual(stationer);
      });
    });

    test('finds many at once, in the order asked for', async () => {
      const ids = [town.structureId, stationer.structureId, uuid(0x9999), hospital.structureId];
      await ports().work.run(async ({ directory }) => {
        expect(await directory.findRecipientsById(ids)).toEqual([town, undefined, undefined, hospital]);
        expect(await directory.findSuppliersById(ids)).toEqual([undefined, stationer, undefined, undefined]);
      });
    });

    test('never takes a supplier for a public entity, nor the other way round', async () => {
      await ports().work.run(async ({ directory }) => {
        expect(await directory.findRecipient(stationer.siret)).toBeUndefined();
        expect(await directory.findRecipientById(stationer.structureId)).toBeUndefined();
        expect(await directory.findSupplier(sirenOf(hospital.siret))).toBeUndefined();
        expect(await directory.findSupplierById(hospital.structureId)).toBeUndefined();
      });
    });

    test('knows nobody under an unknown identifier', async () => {
      const unknown = parseSiret('00000513200014');
      await ports().work.run(async ({ directory }) => {
        if (unknown.ok) expect(await directory.findRecipient(unknown.value)).toBeUndefined();
        expect(await directory.findRecipientById(uuid(0x9999))).toBeUndefined();
      });
      expect(unknown.ok).toBe(true);
    });

    test.each([
      ['the beginning of a SIRET', '000002105', [hospital.name]],
      ['part of a name, whatever the capitals', 'VALMONT', [hospital.name]],
      ['a name without its accents', 'saint-aubin-des-pres', [town.name]],
      ['a town', 'Saint-Aubin', [town.name]],
      ['nothing known', 'Trifouillis', []],
    ])('searches by %s', async (_, text, expected) => {
      const found = await ports().work.run(({ directory }) => directory.searchRecipients(text, 10));
      expect(found.map(({ name }) => name)).toEqual(expected);
    });

    test('answers no more than asked for', async () => {
      const found = await ports().work.run(({ directory }) => directory.searchRecipients('e', 1));
      expect(found).toHaveLength(1);
    });
  });
};
