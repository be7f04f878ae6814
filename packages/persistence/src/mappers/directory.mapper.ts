import type { SupplierStructure } from '@parvis/application/directory/directory';
import { departmentOf } from '@parvis/domain/directory/department';
import type {
  DirectoryEntry,
  DirectoryService,
  PublicEntityKind,
} from '@parvis/domain/directory/directory-entry';
import { searchWords } from '@parvis/domain/directory/search-words';
import type { Siret } from '@parvis/domain/directory/siret';
import type { PostalAddress, PublicContact } from '@parvis/domain/directory/structure-facts';
import { identifierOf } from '@parvis/domain/directory/structure-identifier';
import type { ServiceEntity } from '../entities/service.entity.js';
import type { StructureEntity } from '../entities/structure.entity.js';
import { withoutNulls } from '../without-nulls.js';

/** What is written of a structure; its two instants are the database's or the use case's matter. */
export type StructureRow = Omit<StructureEntity, 'createdAt' | 'updatedAt'>;

export const toDirectoryEntry = (
  structure: StructureEntity,
  services: readonly ServiceEntity[],
): DirectoryEntry => ({
  structureId: structure.structureId,
  siret: structure.siret as Siret,
  name: structure.name,
  kind: structure.kind as PublicEntityKind,
  town: structure.town ?? '',
  active: structure.active,
  requirements: {
    serviceCode: structure.requiresServiceCode,
    engagementNumber: structure.requiresEngagementNumber,
    serviceCodeOrEngagementNumber: structure.requiresEither,
  },
  services: services.map(toService),
  reportsPayment: structure.reportsPayment,
  ...(structure.worksAuthority === 'no' ? {} : { worksAuthority: structure.worksAuthority }),
  ...furtherFacts(structure),
});

export const toSupplier = (structure: StructureEntity): SupplierStructure => ({
  structureId: structure.structureId,
  ...(structure.siret === null
    ? { otherIdentifier: { type: structure.identifierType, value: structure.identifier } }
    : { siret: structure.siret as Siret }),
  name: structure.name,
  active: structure.active,
  ...(structure.kind === 'privateCompany' ? {} : { kind: structure.kind }),
  ...furtherFacts(structure),
});

/** What both sides may have, absent where nothing is known. */
const furtherFacts = (structure: StructureEntity) => {
  const { validFrom, validUntil, department, vatIdentifier } = structure;
  const address = addressOf(structure);
  const contact = contactOf(structure);
  return {
    ...withoutNulls({ validFrom, validUntil, department, vatIdentifier }),
    ...(address ? { address } : {}),
    ...(contact ? { contact } : {}),
  };
};

/** A town alone, as the oldest entries have it, is no address yet. */
export const addressOf = ({
  street,
  postCode,
  town,
  country,
}: Pick<StructureEntity, 'street' | 'postCode' | 'town' | 'country'>): PostalAddress | undefined =>
  street === null && postCode === null && country === 'FR'
    ? undefined
    : { ...withoutNulls({ street, postCode, town }), country };

export const contactOf = ({
  contactName: name,
  contactEmail: email,
  contactPhone: phone,
  contactNote: note,
}: Pick<StructureEntity, 'contactName' | 'contactEmail' | 'contactPhone' | 'contactNote'>):
  | PublicContact
  | undefined => {
  const contact = withoutNulls({ name, email, phone, note });
  return Object.keys(contact).length === 0 ? undefined : contact;
};

export const toService = ({
  structureId: _structureId,
  position: _position,
  updatedAt: _updatedAt,
  street,
  postCode,
  town,
  ...service
}: ServiceEntity): DirectoryService => {
  const address = withoutNulls({ street, postCode, town });
  return { ...withoutNulls(service), ...(Object.keys(address).length === 0 ? {} : { address }) };
};

export const recipientToEntity = (entry: DirectoryEntry): StructureRow => ({
  ...identityToColumns(entry),
  side: 'publicEntity',
  kind: entry.kind,
  town: entry.address?.town ?? entry.town,
  requiresServiceCode: entry.requirements.serviceCode,
  requiresEngagementNumber: entry.requirements.engagementNumber,
  requiresEither: entry.requirements.serviceCodeOrEngagementNumber,
  reportsPayment: entry.reportsPayment,
  worksAuthority: entry.worksAuthority ?? 'no',
  plainTown: toPlain(entry.address?.town ?? entry.town),
});

export const servicesToEntities = ({
  structureId,
  services,
}: DirectoryEntry): Omit<ServiceEntity, 'updatedAt'>[] =>
  services.map((service, position) => ({ structureId, position, ...serviceToColumns(service) }));

export const serviceToColumns = (
  service: DirectoryService,
): Omit<ServiceEntity, 'structureId' | 'position' | 'updatedAt'> => ({
  code: service.code,
  name: service.name,
  active: service.active,
  engagementNumberRequired: service.engagementNumberRequired ?? null,
  description: service.description ?? null,
  street: service.address?.street ?? null,
  postCode: service.address?.postCode ?? null,
  town: service.address?.town ?? null,
  validFrom: service.validFrom ?? null,
  validUntil: service.validUntil ?? null,
  reportsPayment: service.reportsPayment ?? null,
  contactEmail: service.contactEmail ?? null,
});

export const supplierToEntity = (supplier: SupplierStructure): StructureRow => ({
  ...identityToColumns(supplier),
  side: 'supplier',
  kind: supplier.kind ?? 'privateCompany',
  town: supplier.address?.town ?? null,
  requiresServiceCode: false,
  requiresEngagementNumber: false,
  requiresEither: false,
  reportsPayment: false,
  worksAuthority: 'no',
  plainTown: toPlain(supplier.address?.town ?? ''),
});

/** The columns that say who and where a structure is, whatever its side. */
export const identityToColumns = (structure: SupplierStructure | DirectoryEntry) => {
  const identifier = identifierOf(structure);
  const { address, contact } = structure;
  return {
    structureId: structure.structureId,
    identifierType: identifier.type,
    identifier: identifier.value,
    siret: structure.siret ?? null,
    name: structure.name,
    active: structure.active,
    street: address?.street ?? null,
    postCode: address?.postCode ?? null,
    country: address?.country ?? 'FR',
    department: (address && departmentOf(address)) ?? null,
    vatIdentifier: structure.vatIdentifier ?? null,
    contactName: contact?.name ?? null,
    contactEmail: contact?.email ?? null,
    contactPhone: contact?.phone ?? null,
    contactNote: contact?.note ?? null,
    validFrom: structure.validFrom ?? null,
    validUntil: structure.validUntil ?? null,
    plainName: toPlain(structure.name),
  };
};

/** How names and towns are kept for the search: plain words, abbreviations in full. */
export const toPlain = searchWords;
