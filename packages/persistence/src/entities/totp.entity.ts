import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'totp' })
export class TotpEntity {
  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  secret: string;

  @Column({ type: 'timestamptz' })
  startedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  // A bigint reaches us as text.
  @Column({ type: 'bigint', nullable: true })
  lastStep: string | null;
}
