/** Whoever acts: a person signed in, the platform itself, or an entity's accounting system through its connection. */
export type Actor = Person | Platform | Connection;

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
}

/** What a person may do in one structure. */
export interface Membership {
  readonly structureId: string;
  readonly structureName: string;
  readonly side: Side;
  readonly role: Role;
}

export type Side = 'supplier' | 'publicEntity';

export type Role = 'manager' | 'agent' | 'reader';

export const platform: Platform = { kind: 'platform' };
