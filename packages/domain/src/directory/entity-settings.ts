import type { DirectoryEntry, Requirements } from './directory-entry.js';
import type { PublicContact, Validity, WorksAuthority } from './structure-facts.js';

/** What a public entity decides about the invoices it receives, as a whole; each of its services may say otherwise. */
export interface EntitySettings extends Validity {
  readonly active: boolean;
  readonly requirements: Requirements;
  readonly worksAuthority: WorksAuthority;
  /** False: suppliers are never told of « mise en paiement ». */
  readonly reportsPayment: boolean;
  /** Whom suppliers may ask; shown to everyone. */
  readonly contact?: PublicContact;
}

export const settingsOf = ({
  active,
  requirements,
  worksAuthority = 'no',
  reportsPayment,
  contact,
  validFrom,
  validUntil,
}: DirectoryEntry): EntitySettings => ({
  active,
  requirements,
  worksAuthority,
  reportsPayment,
  ...(contact && { contact }),
  ...(validFrom !== undefined && { validFrom }),
  ...(validUntil !== undefined && { validUntil }),
});

/** The entry as it would be: what a supplier would see if the settings were saved now. */
export const withSettings = (
  { contact: _contact, validFrom: _from, validUntil: _until, ...entry }: DirectoryEntry,
  settings: EntitySettings,
): DirectoryEntry => ({ ...entry, ...settings });
