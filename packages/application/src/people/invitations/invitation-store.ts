import type { Grant, Role } from '@parvis/domain/access/actor';

export type InvitationState = 'waiting' | 'accepted' | 'withdrawn';

/** A place kept in a structure for whoever receives mail at an address. */
export interface Invitation {
  readonly id: string;
  readonly structureId: string;
  readonly email: string;
  /** SHA-256 of the token in the link; the token itself is never stored. */
  readonly tokenHash: string;
  readonly role: Exclude<Role, 'mainManager'>;
  readonly grants: readonly Grant[];
  readonly until?: Date;
  readonly reason: string;
  readonly invitedAt: Date;
  readonly invitedBy: string;
  readonly invitedByName: string;
  readonly expiresAt: Date;
  readonly state: InvitationState;
}

export interface InvitationStore {
  /** Fails when one is open for this address already. */
  add(invitation: Invitation): Promise<void>;
  findByToken(tokenHash: string): Promise<Invitation | undefined>;
  find(structureId: string, id: string): Promise<Invitation | undefined>;
  findOpen(structureId: string, email: string): Promise<Invitation | undefined>;
  /** Only if it still waits; false when somebody else was quicker. */
  close(structureId: string, id: string, state: Exclude<InvitationState, 'waiting'>): Promise<boolean>;
  /** Those that wait, the newest first. */
  waitingOf(structureId: string, limit: number): Promise<Invitation[]>;
}
