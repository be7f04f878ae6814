/** Whoever acts: a principal, the platform itself, or an entity's accounting system through its connection. */
export type Actor = Principal | Platform | Connection;

/** Whoever presents credentials and holds rights. */
export type Principal = Person | TechnicalAccount;

export interface Person {
  readonly kind: 'person';
  readonly userId: string;
  /** As both sides see it in the history. */
  readonly name: string;
  readonly email: string;
  /** The language chosen for screens and messages; French when absent. */
  readonly language?: 'fr' | 'en';
  readonly memberships: readonly Membership[];
}

/** A program that acts for one structure with a key of its own (chorus-pro: compte technique). */
export interface TechnicalAccount {
  readonly kind: 'technicalAccount';
  /** Identifier of the technical account. */
  readonly userId: string;
  readonly name: string;
  readonly language?: 'fr' | 'en';
  /** The key presented, or behind the token presented. */
  readonly keyId: string;
  /** One: the account's structure, with the scope of its key as grants of a user. */
  readonly memberships: readonly Membership[];
}

export interface Platform {
  readonly kind: 'platform';
}

export interface Connection {
  readonly kind: 'connection';
  readonly connectionId: string;
  /** The public entity whose books the connection reaches. */
  readonly structureId: string;
  /** As shown: « Tryton ». */
  readonly name: string;
  /** The entity has chosen that what is cancelled there is refused in its own name. */
  readonly refusesForBuyer?: boolean;
}

/** What a principal may do in one structure, as it stands now: what has not begun or is over is not in it. */
export interface Membership {
  readonly structureId: string;
  readonly structureName: string;
  readonly side: Side;
  readonly role: Role;
  /** What a user was given, space by space; empty for managers, who hold every space of their side. */
  readonly grants: readonly Grant[];
  /** When the membership ends by itself. */
  readonly until?: Date;
  /** Held in the structure's name by somebody else's people: an accountant, a partner, a factor. */
  readonly mandate?: MandateHeld;
}

export interface MandateHeld {
  readonly mandateId: string;
  /** The structure that holds the mandate. */
  readonly holderId: string;
  readonly holderName: string;
}

export interface Grant {
  readonly space: Space;
  readonly level: Level;
  /** Only these services of a public entity, by code; the whole structure when absent. */
  readonly services?: readonly string[];
  readonly until?: Date;
}

/** A part of the platform to which access is given as a whole (chorus-pro: espace). */
export type Space =
  | 'issuedInvoices'
  | 'receivedInvoices'
  | 'invoicesToValidate'
  | 'works'
  | 'justice'
  | 'helpRequests'
  | 'engagements'
  | 'settings'
  | 'people'
  | 'mandates'
  | 'technicalAccounts'
  | 'connections';

/** Read only, or everything a user may do there (CONSULTATION_UNIQUEMENT, MODIFICATION). */
export type Level = 'read' | 'full';

export type Side = 'supplier' | 'publicEntity';

/** Main manager (gestionnaire principal), deputy manager (gestionnaire secondaire), user (utilisateur). */
export type Role = 'mainManager' | 'deputyManager' | 'user';

export const platform: Platform = { kind: 'platform' };

export const isPrincipal = (actor: Actor): actor is Principal =>
  actor.kind === 'person' || actor.kind === 'technicalAccount';
