import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'technical_account' })
export class TechnicalAccountEntity {
  @PrimaryColumn({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'uuid' })
  structureId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'text' })
  createdByName: string;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;
}
