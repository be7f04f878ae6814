import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'deposit_key' })
export class DepositKeyEntity {
  @PrimaryColumn({ type: 'uuid' })
  supplierId: string;

  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'uuid' })
  recipientId: string;

  @Column({ type: 'uuid' })
  invoiceId: string;

  @Column({ type: 'timestamptz' })
  usedAt: Date;
}
