import type { Bilingual } from '@parvis/domain/display/language';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'delivery' })
export class DeliveryEntity {
  @PrimaryColumn({ type: 'uuid' })
  recipientId: string;

  @PrimaryColumn({ type: 'uuid' })
  invoiceId: string;

  @PrimaryColumn({ type: 'uuid' })
  connectionId: string;

  @PrimaryColumn({ type: 'integer' })
  revision: number;

  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'integer' })
  attempts: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastAttemptAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  nextAttemptAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  deliveredAt: Date | null;

  @Column({ type: 'text', nullable: true })
  remoteId: string | null;

  @Column({ type: 'text', nullable: true })
  remoteNumber: string | null;

  @Column({ type: 'text', nullable: true })
  remoteStatus: string | null;

  @Column({ type: 'text', nullable: true })
  problemCode: string | null;

  @Column({ type: 'jsonb', nullable: true })
  problem: Bilingual | null;
}
