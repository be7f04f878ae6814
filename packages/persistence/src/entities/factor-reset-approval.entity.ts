import type { ResetApproval } from '@parvis/application/people/factor-resets/factor-reset-store';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'factor_reset_approval' })
export class FactorResetApprovalEntity {
  @PrimaryColumn({ type: 'uuid' })
  resetId: string;

  /** Whose reset it is. */
  @Column({ type: 'uuid' })
  userId: string;

  @PrimaryColumn({ type: 'uuid' })
  byUserId: string;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'text' })
  standing: ResetApproval['standing'];

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  approvedAt: Date;
}
