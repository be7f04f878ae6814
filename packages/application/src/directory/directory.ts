import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { ServiceUse } from '@parvis/domain/directory/service-advice';
import type { Siren, Siret } from '@parvis/domain/directory/siret';
import type {
  LegalKind,
  PostalAddress,
  PublicContact,
  Validity,
} from '@parvis/domain/directory/structure-facts';
import type { IdentifiedStructure } from '@parvis/domain/directory/structure-identifier';

export interface Directory {
  findRecipient(siret: Siret): Promise<DirectoryEntry | undefined>;
  findRecipientById(structureId: string): Promise<DirectoryEntry | undefined>;
  /** For lists, all at once; the answers stand in the order of the identifiers. */
  findRecipientsById(structureIds: readonly string[]): Promise<(DirectoryEntry | undefined)[]>;
  /** The supplier's structure registered under this SIREN, if any. */
  findSupplier(siren: Siren): Promise<SupplierStructure | undefined>;
  findSupplierById(structureId: string): Promise<SupplierStructure | undefined>;
  findSuppliersById(structureIds: readonly string[]): Promise<(SupplierStructure | undefined)[]>;
  /** The services of this recipient that these suppliers have invoiced, the last first; each with its newest invoice. */
  servicesInvoiced(supplierIds: readonly string[], recipientId: string): Promise<ServiceUse[]>;
}

/** By its SIRET, or by an identifier of another type. */
export interface SupplierStructure extends IdentifiedStructure, Validity {
  readonly structureId: string;
  readonly name: string;
  readonly active: boolean;
  /** « privateCompany » when absent. */
  readonly kind?: LegalKind;
  readonly address?: PostalAddress;
  readonly department?: string;
  readonly vatIdentifier?: string;
  readonly contact?: PublicContact;
}

/** A supplier with a SIRET: all but those established abroad or overseas. */
export type SupplierWithSiret = SupplierStructure & { readonly siret: Siret };
