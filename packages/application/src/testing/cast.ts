import type { Connection, Grant, Membership, Person, Role } from '@parvis/domain/access/actor';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { parseSiret, type Siret } from '@parvis/domain/directory/siret';
import type { AccountingConnection } from '../accounting/delivery-ledger.js';
import type { SupplierStructure, SupplierWithSiret } from '../directory/directory.js';
import type { SeededPerson, SeededWorld } from './ports-under-test.js';

/** A small invented world for tests: two public entities, two suppliers, their people and one accounting connection. */

const siret = (text: string): Siret => {
  const parsed = parseSiret(text);
  if (!parsed.ok) throw new TypeError(`not a SIRET: ${text}`);
  return parsed.value;
};

/** A UUID that tells rows apart at a glance: `uuid(7)` ends in 07. */
export const uuid = (number: number): string =>
  `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const recipient = (
  entry: Pick<DirectoryEntry, 'structureId' | 'siret' | 'name' | 'kind' | 'town'> & Partial<DirectoryEntry>,
): DirectoryEntry => ({
  active: true,
  reportsPayment: true,
  services: [],
  requirements: { serviceCode: false, engagementNumber: false, serviceCodeOrEngagementNumber: false },
  ...entry,
});

/** The service code is compulsory; 50 days to pay. */
export const hospital = recipient({
  structureId: uuid(0x210),
  siret: siret('00000210500013'),
  name: 'Centre hospitalier de Valmont',
  kind: 'hospital',
  town: 'Valmont',
  requirements: { serviceCode: true, engagementNumber: false, serviceCodeOrEngagementNumber: false },
  services: [
    { code: 'RESTAURATION', name: 'Restauration', active: true },
    { code: 'TRAVAUX', name: 'Travaux', active: true, engagementNumberRequired: true },
    { code: 'ARCHIVES', name: 'Archives', active: false },
  ],
});

/** The engagement number is compulsory; 30 days to pay. */
export const town = recipient({
  structureId: uuid(0x311),
  siret: siret('00000311100010'),
  name: 'Commune de Saint-Aubin-des-Prés',
  kind: 'localAuthority',
  town: 'Saint-Aubin-des-Prés',
  requirements: { serviceCode: false, engagementNumber: true, serviceCodeOrEngagementNumber: false },
});

export const stationer: SupplierWithSiret = {
  structureId: uuid(0x125),
  siret: siret('00000012500013'),
  name: 'Papeterie du Bocage',
  active: true,
};

export const caterer: SupplierWithSiret = {
  structureId: uuid(0x412),
  siret: siret('00000412700015'),
  name: 'Traiteur Lemaire',
  active: true,
};

const sells = (
  { structureId, name }: SupplierStructure,
  role: Role,
  grants: readonly Grant[] = [],
): Membership => ({
  structureId,
  structureName: name,
  side: 'supplier',
  role,
  grants,
});

const buys = (
  { structureId, name }: DirectoryEntry,
  role: Role,
  grants: readonly Grant[] = [],
): Membership => ({
  structureId,
  structureName: name,
  side: 'publicEntity',
  role,
  grants,
});

const deposits: readonly Grant[] = [{ space: 'issuedInvoices', level: 'full' }];
const processes: readonly Grant[] = [
  { space: 'receivedInvoices', level: 'full' },
  { space: 'connections', level: 'full' },
];

export const person = (number: number, name: string, memberships: readonly Membership[]): Person => ({
  kind: 'person',
  userId: uuid(number),
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@exemple.invalid`,
  memberships,
});

/** Deposits for the stationer. */
export const alice = person(0xa11, 'Alice Morel', [sells(stationer, 'user', deposits)]);
/** Deposits for both suppliers. */
export const bruno = person(0xb12, 'Bruno Petit', [
  sells(stationer, 'mainManager'),
  sells(caterer, 'user', deposits),
]);
/** Processes the hospital's invoices. */
export const claire = person(0xc13, 'Claire Durand', [buys(hospital, 'user', processes)]);
/** Only reads the hospital's invoices. */
export const denis = person(0xd14, 'Denis Roux', [
  buys(hospital, 'user', [
    { space: 'receivedInvoices', level: 'read' },
    { space: 'connections', level: 'read' },
  ]),
]);
/** Processes the invoices of one of the hospital's services. Not among `people`: one who needs her seeds her. */
export const ines = person(0x1e5, 'Ines Colin', [
  buys(hospital, 'user', [{ space: 'receivedInvoices', level: 'full', services: ['TRAVAUX'] }]),
]);
/** Processes the town's invoices. */
export const elise = person(0xe15, 'Elise Faure', [buys(town, 'mainManager')]);
/** Only reads the stationer's invoices. */
export const fanny = person(0xf16, 'Fanny Giraud', [
  sells(stationer, 'user', [{ space: 'issuedInvoices', level: 'read' }]),
]);
/** Deposits for the caterer. */
export const gilles = person(0x117, 'Gilles Lemaire', [sells(caterer, 'mainManager')]);

export const people: readonly Person[] = [alice, bruno, claire, denis, elise, fanny, gilles];

/** Anyone's password in tests, as the fake hasher knows it. */
export const password = 'Une phrase assez longue';

export const hospitalBooks: AccountingConnection = {
  id: uuid(0xacc),
  recipientId: hospital.structureId,
  system: 'simulator',
  name: 'Comptabilité de Valmont',
  environment: 'production',
  live: true,
  active: true,
  createdAt: new Date('2026-01-05T08:00:00Z'),
  deliverWhen: 'serviceConfirmed',
  refuseWhenCancelled: false,
  settings: { address: 'http://comptabilite.invalid' },
  cursor: null,
};

/** The hospital's accounting system, when it acts. */
export const hospitalAccountant: Connection = {
  kind: 'connection',
  connectionId: hospitalBooks.id,
  structureId: hospital.structureId,
  name: hospitalBooks.name,
};

const seeded = ({ userId, name, email, memberships }: Person): SeededPerson => ({
  userId,
  name,
  email,
  memberships,
  language: 'fr',
  passwordHash: `hash of ${password}`,
});

export const cast: SeededWorld = {
  recipients: [hospital, town],
  suppliers: [stationer, caterer],
  people: people.map(seeded),
  connections: [hospitalBooks],
};
