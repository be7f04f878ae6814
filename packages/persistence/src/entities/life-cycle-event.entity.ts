import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'life_cycle_event' })
export class LifeCycleEventEntity {
  @PrimaryColumn({ type: 'uuid' })
  recipientId: string;

  @PrimaryColumn({ type: 'uuid' })
  invoiceId: string;

  @PrimaryColumn({ type: 'integer' })
  sequence: number;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'text', nullable: true })
  fromStatus: string | null;

  @Column({ type: 'text' })
  toStatus: string;

  @Column({ type: 'boolean' })
  moves: boolean;

  @Column({ type: 'text' })
  actorKind: string;

  @Column({ type: 'text', nullable: true })
  actorId: string | null;

  @Column({ type: 'text' })
  actorName: string;

  @Column({ type: 'timestamptz' })
  occurredAt: Date;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text', nullable: true })
  reasonCode: string | null;

  @Column({ type: 'text', nullable: true })
  reasonText: string | null;

  @Column({ type: 'text', nullable: true })
  comment: string | null;

  @Column({ type: 'uuid', array: true })
  documentIds: string[];

  @Column({ type: 'text', nullable: true })
  sourceSystem: string | null;

  @Column({ type: 'text', nullable: true })
  sourceCode: string | null;

  @Column({ type: 'text', nullable: true })
  sourceReference: string | null;

  @Column({ type: 'text' })
  previousHash: string;

  @Column({ type: 'text' })
  hash: string;
}
