import type { Siret } from './siret.js';
import type { PostalAddress, PublicContact, Validity, WorksAuthority } from './structure-facts.js';

/** A public entity as the directory shows it to whoever wants to invoice it (chorus-pro: annuaire). */
export interface DirectoryEntry extends Validity {
  readonly structureId: string;
  readonly siret: Siret;
  readonly name: string;
  readonly kind: PublicEntityKind;
  readonly town: string;
  readonly active: boolean;
  readonly requirements: Requirements;
  readonly services: readonly DirectoryService[];
  /** False when the entity never reports « mise en paiement » (statutMiseEnPaiementNestPasRemonte). */
  readonly reportsPayment: boolean;
  readonly address?: PostalAddress;
  /** Number of the French department: two digits, 2A, 2B or three digits. */
  readonly department?: string;
  readonly vatIdentifier?: string;
  readonly contact?: PublicContact;
  /** « no » when absent. */
  readonly worksAuthority?: WorksAuthority;
}

export type PublicEntityKind = 'state' | 'localAuthority' | 'hospital' | 'publicEstablishment';

/** What an invoice must carry (codeServiceDoitEtreRenseigne, numeroEJDoitEtreRenseigne, gestionNumeroEJOuCodeService). */
export interface Requirements {
  readonly serviceCode: boolean;
  readonly engagementNumber: boolean;
  /** At least one of the two. */
  readonly serviceCodeOrEngagementNumber: boolean;
}

export interface DirectoryService extends Validity {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  /** Asked for invoices to this service, even where the entity as a whole does not ask for it. */
  readonly engagementNumberRequired?: boolean;
  /** What the service buys, in plain words. */
  readonly description?: string;
  /** Absent: the entity's own setting holds. */
  readonly reportsPayment?: boolean;
  readonly address?: Omit<PostalAddress, 'country'>;
  readonly contactEmail?: string;
}

/** Days allowed to pay (Code de la commande publique, R2192-10 and -11). */
export const paymentTermDays = (kind: PublicEntityKind): number => (kind === 'hospital' ? 50 : 30);
