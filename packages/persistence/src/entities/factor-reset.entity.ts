import type { FactorResetState } from '@parvis/application/people/factor-resets/factor-reset-store';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'factor_reset' })
export class FactorResetEntity {
  @PrimaryColumn({ type: 'uuid', name: 'reset_id' })
  id: string;

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  state: FactorResetState;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  askedAt: Date;

  @Column({ type: 'text', nullable: true })
  networkAddress: string | null;

  @Column({ type: 'text', nullable: true })
  userAgent: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  effectiveAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  stoppedByName: string | null;

  @Column({ type: 'text', nullable: true })
  stopReason: string | null;
}
