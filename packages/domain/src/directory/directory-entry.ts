import type { Siret } from './siret.js';

/** A public entity as the directory shows it to whoever wants to invoice it (chorus-pro: annuaire). */
export interface DirectoryEntry {
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
}

export type PublicEntityKind = 'state' | 'localAuthority' | 'hospital' | 'publicEstablishment';

/** What an invoice must carry (codeServiceDoitEtreRenseigne, numeroEJDoitEtreRenseigne, gestionNumeroEJOuCodeService). */
export interface Requirements {
  readonly serviceCode: boolean;
  readonly engagementNumber: boolean;
  /** At least one of the two. */
  readonly serviceCodeOrEngagementNumber: boolean;
}

export interface DirectoryService {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  /** Asked for invoices to this service, even where the entity as a whole does not ask for it. */
  readonly engagementNumberRequired?: boolean;
}

/** Days allowed to pay (Code de la commande publique, R2192-10 and -11). */
export const paymentTermDays = (kind: PublicEntityKind): number => (kind === 'hospital' ? 50 : 30);
