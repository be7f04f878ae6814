import type { ClaimState } from '@parvis/application/people/claims/claim-store';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'ownership_claim' })
export class OwnershipClaimEntity {
  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @PrimaryColumn({ type: 'uuid', name: 'claim_id' })
  id: string;

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  state: ClaimState;

  @Column({ type: 'text' })
  explanation: string;

  @Column({ type: 'text' })
  proofSha256: string;

  @Column({ type: 'text' })
  proofFileName: string;

  @Column({ type: 'text' })
  proofMediaType: string;

  @Column({ type: 'integer' })
  proofSize: number;

  @Column({ type: 'timestamptz' })
  claimedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  effectiveAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
