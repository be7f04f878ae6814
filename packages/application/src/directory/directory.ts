import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { Siren, Siret } from '@parvis/domain/directory/siret';

export interface Directory {
  findRecipient(siret: Siret): Promise<DirectoryEntry | undefined>;
  findRecipientById(structureId: string): Promise<DirectoryEntry | undefined>;
  /** For lists, all at once; the answers stand in the order of the identifiers. */
  findRecipientsById(structureIds: readonly string[]): Promise<(DirectoryEntry | undefined)[]>;
  /** The supplier's structure registered under this SIREN, if any. */
  findSupplier(siren: Siren): Promise<SupplierStructure | undefined>;
  findSupplierById(structureId: string): Promise<SupplierStructure | undefined>;
  findSuppliersById(structureIds: readonly string[]): Promise<(SupplierStructure | undefined)[]>;
  /** By SIRET, name or town, best first. */
  searchRecipients(text: string, limit: number): Promise<DirectoryEntry[]>;
}

export interface SupplierStructure {
  readonly structureId: string;
  readonly siret: Siret;
  readonly name: string;
  readonly active: boolean;
}
