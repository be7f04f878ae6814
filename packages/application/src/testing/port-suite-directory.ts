import { parseSiret, sirenOf } from '@parvis/domain/directory/siret';
import { describe, expect, test } from 'vitest';
import { hospital, stationer, town, uuid } from './cast.js';
import { depositEvent, storedInvoice } from './sample-invoices.js';
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

    test('tells the services a supplier has invoiced, the last first, each with its newest invoice', async () => {
      const day = (number: number): Date => new Date(Date.UTC(2026, 2, number, 9));
      const { lastEventHash } = storedInvoice(1);
      const deposit = (number: number, serviceCode: string) =>
        storedInvoice(number, { serviceCode, depositedAt: day(number), lastEventHash });
      await ports().work.run(async ({ invoices }) => {
        await invoices.add(deposit(1, 'TRAVAUX'), depositEvent, []);
        await invoices.add(deposit(2, 'RESTAURATION'), depositEvent, []);
        await invoices.add(deposit(3, 'TRAVAUX'), depositEvent, []);
      });
      await ports().work.run(async ({ directory }) => {
        expect(await directory.servicesInvoiced([stationer.structureId], hospital.structureId)).toEqual([
          { code: 'TRAVAUX', on: '2026-03-03', number: 'F-2026-3' },
          { code: 'RESTAURATION', on: '2026-03-02', number: 'F-2026-2' },
        ]);
        expect(await directory.servicesInvoiced([], hospital.structureId)).toEqual([]);
        expect(await directory.servicesInvoiced([stationer.structureId], town.structureId)).toEqual([]);
      });
    });
  });
};
