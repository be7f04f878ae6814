import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'bank_account' })
export class BankAccountEntity {
  @PrimaryColumn({ type: 'uuid' })
  structureId: string;

  @PrimaryColumn({ type: 'uuid' })
  bankAccountId: string;

  @Column({ type: 'text' })
  label: string;

  @Column({ type: 'text' })
  iban: string;

  @Column({ type: 'text', nullable: true })
  bic: string | null;

  @Column({ type: 'text' })
  owner: 'own' | 'factor';

  @Column({ type: 'text', nullable: true })
  factorName: string | null;

  @Column({ type: 'date' })
  validFrom: string;

  @Column({ type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ type: 'text' })
  addedBy: string;

  @Column({ type: 'timestamptz' })
  addedAt: Date;
}
