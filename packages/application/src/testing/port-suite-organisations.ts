import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import { describe, expect, test } from 'vitest';
import type { BankAccount, FormerIdentifier, Organisation } from '../organisation/organisation.js';
import { caterer, hospital, stationer, town, uuid } from './cast.js';
import { depositEvent, storedInvoice } from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = new Date('2026-03-02T09:00:00.000Z');
const later = new Date('2026-03-03T09:00:00.000Z');

const belgian: Omit<Organisation, 'department' | 'updatedAt'> = {
  structureId: uuid(0x777),
  side: 'supplier',
  identifier: { type: 'UE_HORS_FRANCE', value: 'BE0999999922' },
  name: 'Imprimerie des Deux Ponts',
  kind: 'privateCompany',
  active: true,
  address: { street: 'Rue du Quai 4', postCode: '4000', town: 'Liège', country: 'BE' },
  vatIdentifier: 'BE0999999922',
  createdAt: at,
};

const account: BankAccount = {
  structureId: stationer.structureId,
  bankAccountId: uuid(0xba1),
  label: 'Compte courant',
  iban: 'FR7630001007941234567890185',
  owner: 'own',
  validFrom: '2026-03-02',
  addedBy: 'Bruno Petit',
  addedAt: at,
};

const newSiret: StructureIdentifier = { type: 'SIRET', value: '00000012500021' };

const left: FormerIdentifier = {
  structureId: stationer.structureId,
  side: 'supplier',
  identifier: { type: 'SIRET', value: stationer.siret },
  leftOn: '2026-03-02',
  acceptedUntil: '2026-06-02',
  changedByUserId: uuid(0xb12),
  changedByName: 'Bruno Petit',
  changedAt: at,
};

export const describeOrganisations = (makePorts: MakePorts): void => {
  describe('organisations', () => {
    const ports = usePorts(makePorts);

    test('finds a structure of either side, by what it is and by its identifier', async () => {
      await ports().work.run(async ({ organisations }) => {
        const found = await organisations.find(hospital.structureId);
        expect(found).toMatchObject({ side: 'publicEntity', kind: 'hospital', name: hospital.name });
        const supplier = await organisations.findByIdentifier('supplier', left.identifier);
        expect(supplier?.structureId).toBe(stationer.structureId);
        expect(await organisations.findByIdentifier('publicEntity', left.identifier)).toBeUndefined();
        expect(await organisations.find(uuid(0x9999))).toBeUndefined();
      });
    });

    test('finds whoever is established under a SIREN', async () => {
      await ports().work.run(async ({ organisations }) => {
        const found = await organisations.findBySiren(town.siret.slice(0, 9));
        expect(found.map(({ structureId }) => structureId)).toEqual([town.structureId]);
        expect(await organisations.findBySiren('999999998')).toEqual([]);
      });
    });

    test('keeps a new structure whole, and shows it to the directory', async () => {
      await ports().work.run(async ({ organisations, directory }) => {
        expect(await organisations.add(belgian)).toBe(true);
        expect(await organisations.find(belgian.structureId)).toEqual({ ...belgian, updatedAt: at });
        expect(await directory.findSupplierById(belgian.structureId)).toMatchObject({
          otherIdentifier: belgian.identifier,
          name: belgian.name,
        });
      });
    });

    test('adds a public entity that asks nothing of invoices yet', async () => {
      const entity = {
        ...belgian,
        side: 'publicEntity',
        kind: 'localAuthority',
        identifier: { type: 'SIRET', value: '00000513200014' },
        address: { street: '1 rue Haute', postCode: '20137', town: 'Porto-Vecchio', country: 'FR' },
      } as const;
      await ports().work.run(async ({ organisations, directory }) => {
        expect(await organisations.add(entity)).toBe(true);
        expect(await directory.findRecipientById(entity.structureId)).toMatchObject({
          siret: '00000513200014',
          kind: 'localAuthority',
          town: 'Porto-Vecchio',
          department: '2A',
          services: [],
          requirements: { ...town.requirements, engagementNumber: false },
        });
      });
    });

    test('adds no second structure under an identifier', async () => {
      const twin = { ...belgian, structureId: uuid(0x778) };
      await ports().work.run(async ({ organisations }) => {
        await organisations.add(belgian);
        expect(await organisations.add(twin)).toBe(false);
        expect(await organisations.find(twin.structureId)).toBeUndefined();
      });
    });

    test('replaces facts whole, with the department of the new address', async () => {
      const facts = {
        name: 'Papeterie du Bocage et fils',
        address: { street: '2 rue Basse', postCode: '97400', town: 'Saint-Denis', country: 'FR' },
        contact: { name: 'Accueil', phone: '01 99 00 00 00' },
      };
      const { structureId } = stationer;
      await ports().work.run(async ({ organisations }) => {
        await organisations.changeFacts(structureId, { ...facts, vatIdentifier: 'FR96000000125' }, at);
        await organisations.changeFacts(structureId, facts, later);
        const found = await organisations.findForChange(structureId);
        expect(found).toMatchObject({ ...facts, department: '974', updatedAt: later });
        expect(found).not.toHaveProperty('vatIdentifier');
      });
    });

    test('keeps what an entity asks for when its facts change', async () => {
      const facts = { name: hospital.name, address: { town: 'Valmont-le-Haut', country: 'FR' } };
      await ports().work.run(async ({ organisations, directory }) => {
        await organisations.changeFacts(hospital.structureId, facts, at);
        expect(await directory.findRecipientById(hospital.structureId)).toEqual({
          ...hospital,
          town: 'Valmont-le-Haut',
        });
      });
    });

    test('moves a structure to another identifier and remembers the one it left', async () => {
      await ports().work.run(async ({ organisations, directory }) => {
        expect(await organisations.move(left, newSiret)).toBe(true);
        const found = await organisations.findByIdentifier('supplier', newSiret);
        expect(found).toMatchObject({ structureId: stationer.structureId, updatedAt: at });
        expect(await organisations.findByIdentifier('supplier', left.identifier)).toBeUndefined();
        expect(await organisations.findFormer('supplier', left.identifier)).toEqual(left);
        expect(await organisations.findFormer('publicEntity', left.identifier)).toBeUndefined();
        expect(await organisations.formerIdentifiers(stationer.structureId)).toEqual([left]);
        expect((await directory.findSupplierById(stationer.structureId))?.siret).toBe(newSiret.value);
      });
    });

    test('moves a structure without a SIRET to the one it was given', async () => {
      const { structureId, identifier } = belgian;
      await ports().work.run(async ({ organisations, directory }) => {
        await organisations.add(belgian);
        expect(await organisations.move({ ...left, structureId, identifier }, newSiret)).toBe(true);
        const found = await directory.findSupplierById(structureId);
        expect(found?.siret).toBe(newSiret.value);
        expect(found).not.toHaveProperty('otherIdentifier');
        const siren = newSiret.value.slice(0, 9);
        const others = await organisations.findBySiren(siren);
        expect(others.map((one) => one.structureId)).toContain(structureId);
      });
    });

    test('moves nobody to an identifier that another has, and can go on', async () => {
      await ports().work.run(async ({ organisations }) => {
        const taken = { type: 'SIRET', value: caterer.siret } as const;
        expect(await organisations.move(left, taken)).toBe(false);
        expect(await organisations.formerIdentifiers(stationer.structureId)).toEqual([]);
        const found = await organisations.find(stationer.structureId);
        expect(found?.identifier).toEqual(left.identifier);
      });
    });

    test('counts what hangs on a structure', async () => {
      const counted = await ports().work.run(async ({ organisations, invoices }) => {
        await invoices.add(storedInvoice(1), depositEvent, []);
        return organisations.holdings(hospital.structureId, at);
      });
      expect(counted).toEqual({
        people: 2,
        grants: 4,
        keys: 0,
        mandates: 0,
        connections: 1,
        openInvoices: 1,
      });
    });

    test('keeps bank accounts, the newest first, and ends one', async () => {
      const { structureId } = stationer;
      const second: BankAccount = {
        ...account,
        bankAccountId: uuid(0xba2),
        bic: 'AGRIFRPP',
        owner: 'factor',
        factorName: 'Affacturage du Centre',
        addedAt: later,
      };
      await ports().work.run(async ({ organisations }) => {
        await organisations.addBankAccount(account);
        await organisations.addBankAccount(second);
        await organisations.endBankAccount(structureId, account.bankAccountId, '2026-03-31');
        const ended = { ...account, validUntil: '2026-03-31' };
        expect(await organisations.bankAccounts(structureId)).toEqual([second, ended]);
        expect(await organisations.bankAccounts(town.structureId)).toEqual([]);
      });
    });
  });
};
