import { hash } from '@node-rs/argon2';
import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import type { BankAccount } from '@parvis/application/organisation/organisation';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { parseSiret, type Siret } from '@parvis/domain/directory/siret';
import type { ReferenceData } from '@parvis/persistence/reference-data';
import {
  accountingFirm,
  foreignSupplier,
  type PublicEntityKey,
  publicEntities,
  type SupplierKey,
  suppliers,
} from './demo-identifiers.js';
import { DEMO_PASSWORD, demoPeople } from './demo-people.js';

export const structureIds: Readonly<
  Record<SupplierKey | PublicEntityKey | 'imprimerie' | 'cabinet', string>
> = {
  papeterie: '01900000-0000-7000-8000-000000000001',
  energies: '01900000-0000-7000-8000-000000000002',
  numerique: '01900000-0000-7000-8000-000000000003',
  traiteur: '01900000-0000-7000-8000-000000000004',
  imprimerie: '01900000-0000-7000-8000-000000000005',
  cabinet: '01900000-0000-7000-8000-000000000006',
  hospital: '01900000-0000-7000-8000-000000000011',
  town: '01900000-0000-7000-8000-000000000012',
  state: '01900000-0000-7000-8000-000000000013',
};

export const connectionIds: Readonly<Record<'hospital' | 'town', string>> = {
  hospital: '01900000-0000-7000-8002-000000000001',
  town: '01900000-0000-7000-8002-000000000002',
};

/** Where the entities of the demonstration keep their books. */
export interface BooksAddress {
  readonly system: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Once the service is confirmed, unless told otherwise. */
  readonly deliverWhen?: AccountingConnection['deliverWhen'];
}

/** Structures, services, people and, where there are books to reach, the connections to them. */
export const saveDemoWorld = async (referenceData: ReferenceData, books?: BooksAddress): Promise<void> => {
  for (const key of Object.keys(suppliers) as SupplierKey[]) {
    const { name, siret, vatIdentifier, street, postCode, town, contact } = suppliers[key];
    await referenceData.saveSupplier({
      structureId: structureIds[key],
      name,
      siret: known(siret),
      active: true,
      vatIdentifier,
      address: { street, postCode, town, country: 'FR' },
      contact,
    });
    await referenceData.saveBankAccount(accountOf(structureIds[key], suppliers[key].iban));
  }
  await saveForeignSupplier(referenceData);
  await saveAccountingFirm(referenceData);
  for (const key of Object.keys(publicEntities) as PublicEntityKey[]) {
    await referenceData.saveRecipient(entryOf(key));
  }
  const passwordHash = await hash(DEMO_PASSWORD);
  for (const { userId, email, name, language, structure, role, grants = [] } of demoPeople) {
    const memberships = structure ? [{ structureId: structureIds[structure], role, grants }] : [];
    await referenceData.savePerson({ userId, email, name, language, passwordHash, memberships });
  }
  if (books) await saveConnections(referenceData, books);
};

const saveAccountingFirm = async (referenceData: ReferenceData): Promise<void> => {
  const { name, siret, vatIdentifier, street, postCode, town, contact } = accountingFirm;
  await referenceData.saveSupplier({
    structureId: structureIds.cabinet,
    name,
    siret: known(siret),
    active: true,
    vatIdentifier,
    address: { street, postCode, town, country: 'FR' },
    contact,
  });
};

const saveForeignSupplier = async (referenceData: ReferenceData): Promise<void> => {
  const structureId = structureIds.imprimerie;
  const { name, identifier, street, postCode, town, country, contact, iban } = foreignSupplier;
  await referenceData.saveSupplier({
    structureId,
    name,
    otherIdentifier: identifier,
    active: true,
    vatIdentifier: identifier.value,
    address: { street, postCode, town, country },
    contact,
  });
  await referenceData.saveBankAccount(accountOf(structureId, iban));
};

/** One account for each supplier, known by the structure's own identifier: saved again, it is the same. */
const accountOf = (structureId: string, iban: string): BankAccount => ({
  structureId,
  bankAccountId: structureId,
  label: 'Compte courant',
  iban,
  owner: 'own',
  validFrom: '2025-01-01',
  addedBy: 'Démonstration',
  addedAt: new Date('2025-01-01T09:00:00Z'),
});

export const saveConnections = async (
  referenceData: ReferenceData,
  { system, name, settings, deliverWhen = 'serviceConfirmed' }: BooksAddress,
): Promise<void> => {
  for (const key of ['hospital', 'town'] as const) {
    await referenceData.saveConnection({
      id: connectionIds[key],
      recipientId: structureIds[key],
      system,
      name,
      active: true,
      environment: 'simulator',
      live: true,
      createdAt: new Date('2026-01-05T08:00:00Z'),
      deliverWhen,
      refuseWhenCancelled: false,
      settings,
      cursor: null,
    });
  }
};

const entryOf = (key: PublicEntityKey): DirectoryEntry => {
  const { name, siret, kind, street, postCode, town, contact, requirements, services, reportsPayment } =
    publicEntities[key];
  return {
    structureId: structureIds[key],
    siret: known(siret),
    name,
    kind,
    town,
    address: { street, postCode, town, country: 'FR' },
    contact,
    active: true,
    requirements,
    services,
    reportsPayment,
  };
};

const known = (siret: string): Siret => {
  const parsed = parseSiret(siret);
  if (!parsed.ok) throw new TypeError(`the demonstration's SIRET ${siret} is not one`);
  return parsed.value;
};
