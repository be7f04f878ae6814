import type { Invitation, InvitationState } from '@parvis/application/people/invitations/invitation-store';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A grant as JSON has it: instants are texts. */
export interface GrantJson {
  readonly space: string;
  readonly level: string;
  readonly services?: readonly string[];
  readonly until?: string;
}

@Entity({ name: 'invitation' })
export class InvitationEntity {
  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @PrimaryColumn({ type: 'uuid', name: 'invitation_id' })
  id: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  tokenHash: string;

  @Column({ type: 'text' })
  role: Invitation['role'];

  @Column({ type: 'jsonb' })
  grants: GrantJson[];

  @Column({ type: 'timestamptz', nullable: true })
  until: Date | null;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  invitedAt: Date;

  @Column({ type: 'uuid' })
  invitedBy: string;

  @Column({ type: 'text' })
  invitedByName: string;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'text' })
  state: InvitationState;
}
