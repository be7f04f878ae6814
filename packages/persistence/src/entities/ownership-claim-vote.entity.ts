import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'ownership_claim_vote' })
export class OwnershipClaimVoteEntity {
  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @PrimaryColumn({ type: 'uuid' })
  claimId: string;

  @PrimaryColumn({ type: 'uuid' })
  byUserId: string;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'boolean' })
  approves: boolean;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  votedAt: Date;
}
