import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'outgoing_mail' })
export class OutgoingMailEntity {
  @PrimaryColumn({ type: 'uuid' })
  mailId: string;

  @Column({ type: 'text', name: 'recipient' })
  to: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  /** Why no server will ever take it. */
  @Column({ type: 'text', nullable: true })
  problem: string | null;
}
