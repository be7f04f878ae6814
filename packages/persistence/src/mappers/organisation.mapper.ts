import type {
  BankAccount,
  FormerIdentifier,
  Organisation,
} from '@parvis/application/organisation/organisation';
import { departmentOf } from '@parvis/domain/directory/department';
import type { PostalAddress } from '@parvis/domain/directory/structure-facts';
import type { BankAccountEntity } from '../entities/bank-account.entity.js';
import type { StructureEntity } from '../entities/structure.entity.js';
import type { StructureIdentifierHistoryEntity } from '../entities/structure-identifier-history.entity.js';
import { withoutNulls } from '../without-nulls.js';
import { contactOf, toPlain } from './directory.mapper.js';

export const toOrganisation = (structure: StructureEntity): Organisation => {
  const { structureId, side, identifierType, identifier, name, kind, active, createdAt, updatedAt } =
    structure;
  const { validFrom, validUntil, department, vatIdentifier, street, postCode, town, country } = structure;
  const contact = contactOf(structure);
  return {
    structureId,
    side,
    identifier: { type: identifierType, value: identifier },
    name,
    kind,
    active,
    address: { ...withoutNulls({ street, postCode, town }), country },
    ...withoutNulls({ validFrom, validUntil, department, vatIdentifier }),
    ...(contact ? { contact } : {}),
    createdAt,
    updatedAt,
  };
};

/** A structure nobody has set anything for. */
export const newStructureColumns = (
  structure: Omit<Organisation, 'department' | 'updatedAt'>,
): StructureEntity => ({
  structureId: structure.structureId,
  side: structure.side,
  identifierType: structure.identifier.type,
  identifier: structure.identifier.value,
  siret: structure.identifier.type === 'SIRET' ? structure.identifier.value : null,
  kind: structure.kind,
  active: structure.active,
  validFrom: structure.validFrom ?? null,
  validUntil: structure.validUntil ?? null,
  requiresServiceCode: false,
  requiresEngagementNumber: false,
  requiresEither: false,
  reportsPayment: false,
  worksAuthority: 'no',
  createdAt: structure.createdAt,
  updatedAt: structure.createdAt,
  ...factColumns(structure),
});

export const factColumns = ({
  name,
  address,
  vatIdentifier,
  contact,
}: Pick<Organisation, 'name' | 'address' | 'vatIdentifier' | 'contact'>) => ({
  name,
  plainName: toPlain(name),
  ...addressColumns(address),
  vatIdentifier: vatIdentifier ?? null,
  contactName: contact?.name ?? null,
  contactEmail: contact?.email ?? null,
  contactPhone: contact?.phone ?? null,
  contactNote: contact?.note ?? null,
});

const addressColumns = (address: PostalAddress) => ({
  street: address.street ?? null,
  postCode: address.postCode ?? null,
  town: address.town ?? null,
  plainTown: toPlain(address.town ?? ''),
  country: address.country,
  department: departmentOf(address) ?? null,
});

export const toBankAccount = (row: BankAccountEntity): BankAccount => withoutNulls(row);

export const toFormerIdentifier = ({
  identifierType: type,
  identifier: value,
  ...row
}: StructureIdentifierHistoryEntity): FormerIdentifier => ({ ...row, identifier: { type, value } });
