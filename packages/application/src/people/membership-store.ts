import type { Grant, Role, Side } from '@parvis/domain/access/actor';

/** What somebody was given in a structure, until it ends: what is over may still be in it. */
export interface StoredMembership {
  readonly userId: string;
  readonly structureId: string;
  readonly role: Role;
  /** Empty for managers. */
  readonly grants: readonly Grant[];
  readonly until?: Date;
}

/** A membership with who holds it. */
export interface Member extends StoredMembership {
  readonly name: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
  readonly lastSignedInAt?: Date;
}

export interface MemberWindow {
  /** Part of a name or of an address, whatever its accents and capitals. */
  readonly search?: string;
  readonly limit: number;
  /** A cursor of the page before. */
  readonly after?: string;
}

export interface MemberPage {
  readonly members: readonly Member[];
  readonly next: string | undefined;
  /** For each member: pass it to get who follows. */
  readonly cursors: readonly string[];
}

/** A structure as far as access to it goes. */
export interface StructureAccess {
  readonly structureId: string;
  readonly name: string;
  readonly side: Side;
}

export interface MembershipStore {
  /** By name. Throws a RangeError for a cursor that no page gave. */
  membersOf(structureId: string, window: MemberWindow): Promise<MemberPage>;
  find(userId: string, structureId: string): Promise<Member | undefined>;
  /** Those of the person, the oldest first. */
  ofUser(userId: string): Promise<StoredMembership[]>;
  /** Main manager and deputies whose membership holds at that moment; main managers first, then by name. */
  managersOf(structureId: string, at: Date): Promise<Member[]>;
  /** Undefined when there is no such structure. */
  structure(structureId: string): Promise<StructureAccess | undefined>;
  /**
   * Until the unit of work ends, nobody else changes who belongs to this structure: rules that look at several people
   * ("one main manager remains") hold under it.
   */
  lockPeopleOf(structureId: string): Promise<void>;
  /** Fails when the person belongs to the structure already. */
  add(membership: StoredMembership): Promise<void>;
  /** Replaces role, grants and end of a membership there is. */
  change(membership: StoredMembership): Promise<void>;
  /** Harmless when there is none. */
  end(userId: string, structureId: string): Promise<void>;
  /** Memberships, or grants of them, that end between two moments, the last excluded; of every structure. */
  endingBetween(from: Date, to: Date): Promise<Member[]>;
}
