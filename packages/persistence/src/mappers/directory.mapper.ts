import type { SupplierStructure } from '@parvis/application/directory/directory';
import type {
  DirectoryEntry,
  DirectoryService,
  PublicEntityKind,
} from '@parvis/domain/directory/directory-entry';
import type { Siret } from '@parvis/domain/directory/siret';
import type { ServiceEntity } from '../entities/service.entity.js';
import type { StructureEntity } from '../entities/structure.entity.js';
import { withoutNulls } from '../without-nulls.js';

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
});

const toService = ({
  structureId: _structureId,
  position: _position,
  ...service
}: ServiceEntity): DirectoryService => withoutNulls(service);

export const toSupplier = ({ structureId, siret, name, active }: StructureEntity): SupplierStructure => ({
  structureId,
  siret: siret as Siret,
  name,
  active,
});

export const recipientToEntity = (entry: DirectoryEntry): StructureEntity => ({
  structureId: entry.structureId,
  side: 'publicEntity',
  siret: entry.siret,
  name: entry.name,
  active: entry.active,
  kind: entry.kind,
  town: entry.town,
  requiresServiceCode: entry.requirements.serviceCode,
  requiresEngagementNumber: entry.requirements.engagementNumber,
  requiresEither: entry.requirements.serviceCodeOrEngagementNumber,
  reportsPayment: entry.reportsPayment,
  plainName: toPlain(entry.name),
  plainTown: toPlain(entry.town),
});

export const servicesToEntities = ({ structureId, services }: DirectoryEntry): ServiceEntity[] =>
  services.map(({ code, name, active, engagementNumberRequired = null }, position) => ({
    structureId,
    code,
    name,
    active,
    engagementNumberRequired,
    position,
  }));

export const supplierToEntity = (supplier: SupplierStructure): StructureEntity => ({
  ...supplier,
  side: 'supplier',
  kind: null,
  town: null,
  requiresServiceCode: false,
  requiresEngagementNumber: false,
  requiresEither: false,
  reportsPayment: false,
  plainName: toPlain(supplier.name),
  plainTown: '',
});

/** Small letters without accents: how people type the name of a town into a search. */
export const toPlain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
