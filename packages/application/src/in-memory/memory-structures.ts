import { departmentOf } from '@parvis/domain/directory/department';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { Siret } from '@parvis/domain/directory/siret';
import { isPublicKind, type PostalAddress } from '@parvis/domain/directory/structure-facts';
import { identifierOf } from '@parvis/domain/directory/structure-identifier';
import type { SupplierStructure } from '../directory/directory.js';
import type { Organisation } from '../organisation/organisation.js';
import type { MemoryTables } from './memory-tables.js';

/** The structures of the directory, seen as organisations. */
export const organisationsIn = (tables: MemoryTables): Organisation[] => [
  ...[...tables.suppliers.values()].map((supplier) => fromSupplier(supplier, tables)),
  ...[...tables.recipients.values()].map((entry) => fromRecipient(entry, tables)),
];

export const putOrganisation = (tables: MemoryTables, organisation: Organisation): void => {
  const { structureId, side, createdAt, updatedAt } = organisation;
  if (side === 'supplier') tables.suppliers.set(structureId, toSupplier(organisation));
  else tables.recipients.set(structureId, toRecipient(organisation, tables.recipients.get(structureId)));
  tables.organisationTimes.set(structureId, { createdAt, updatedAt });
};

const fromSupplier = (supplier: SupplierStructure, tables: MemoryTables): Organisation => ({
  ...shared(supplier, tables),
  side: 'supplier',
  kind: supplier.kind ?? 'privateCompany',
  address: supplier.address ?? { country: 'FR' },
});

const fromRecipient = (entry: DirectoryEntry, tables: MemoryTables): Organisation => ({
  ...shared(entry, tables),
  side: 'publicEntity',
  kind: entry.kind,
  address: { ...(entry.address ?? { country: 'FR' }), ...(entry.town && { town: entry.town }) },
});

const shared = (structure: SupplierStructure | DirectoryEntry, { organisationTimes }: MemoryTables) => ({
  structureId: structure.structureId,
  identifier: identifierOf(structure),
  name: structure.name,
  active: structure.active,
  ...optionalFacts(structure),
  ...(organisationTimes.get(structure.structureId) ?? { createdAt: new Date(0), updatedAt: new Date(0) }),
});

const toSupplier = (organisation: Organisation): SupplierStructure => {
  const { structureId, identifier, name, active, kind } = organisation;
  return {
    structureId,
    name,
    active,
    ...(identifier.type === 'SIRET' ? { siret: identifier.value as Siret } : { otherIdentifier: identifier }),
    ...(kind === 'privateCompany' ? {} : { kind }),
    ...shownAddress(organisation.address),
    ...optionalFacts(organisation),
  };
};

const toRecipient = (organisation: Organisation, settings?: DirectoryEntry): DirectoryEntry => {
  const { structureId, identifier, name, active, kind, address } = organisation;
  if (!isPublicKind(kind)) throw new TypeError(`a public entity is no ${kind}`);
  return {
    structureId,
    siret: identifier.value as Siret,
    name,
    active,
    kind,
    town: address.town ?? '',
    requirements: settings?.requirements ?? nothingRequired,
    services: settings?.services ?? [],
    reportsPayment: settings?.reportsPayment ?? false,
    ...(settings?.worksAuthority && { worksAuthority: settings.worksAuthority }),
    ...shownAddress(address),
    ...optionalFacts(organisation),
  };
};

const nothingRequired = { serviceCode: false, engagementNumber: false, serviceCodeOrEngagementNumber: false };

const shownAddress = (address: PostalAddress) => {
  const department = departmentOf(address);
  // A town alone is no address: the directory has it anyway.
  const known =
    address.street ?? address.postCode ?? (address.country === 'FR' ? undefined : address.country);
  return known === undefined ? {} : { address, ...(department && { department }) };
};

const optionalFacts = ({
  vatIdentifier,
  contact,
  department,
  validFrom,
  validUntil,
}: Pick<SupplierStructure, 'vatIdentifier' | 'contact' | 'department' | 'validFrom' | 'validUntil'>) => ({
  ...(vatIdentifier && { vatIdentifier }),
  ...(contact && { contact }),
  ...(department && { department }),
  ...(validFrom && { validFrom }),
  ...(validUntil && { validUntil }),
});
