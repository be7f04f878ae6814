import type { ConnectionEnvironment } from '@parvis/application/accounting/delivery-ledger';
import type { Bilingual } from '@parvis/domain/display/language';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'accounting_connection' })
export class AccountingConnectionEntity {
  @PrimaryColumn({ type: 'uuid' })
  recipientId: string;

  @PrimaryColumn({ type: 'uuid' })
  connectionId: string;

  @Column({ type: 'text' })
  system: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'boolean' })
  active: boolean;

  @Column({ type: 'timestamptz', nullable: true })
  pausedAt: Date | null;

  @Column({ type: 'text' })
  environment: ConnectionEnvironment;

  @Column({ type: 'boolean' })
  live: boolean;

  @Column({ type: 'boolean' })
  refuseWhenCancelled: boolean;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'text' })
  deliverWhen: 'madeAvailable' | 'serviceConfirmed';

  @Column({ type: 'jsonb' })
  settings: object;

  @Column({ type: 'text', nullable: true })
  cursor: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  lastPulledAt: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  lastProblem: Bilingual | null;

  @Column({ type: 'timestamptz', nullable: true })
  lastProblemAt: Date | null;
}
