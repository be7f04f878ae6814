import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'invoice' })
export class InvoiceEntity {
  @PrimaryColumn({ type: 'uuid' })
  recipientId: string;

  @PrimaryColumn({ type: 'uuid' })
  invoiceId: string;

  @Column({ type: 'uuid' })
  supplierId: string;

  @Column({ type: 'text' })
  supplierName: string;

  @Column({ type: 'text' })
  recipientName: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'date' })
  issueDate: string;

  @Column({ type: 'text' })
  typeCode: string;

  @Column({ type: 'text' })
  currency: string;

  @Column({ type: 'numeric' })
  taxExclusive: string;

  @Column({ type: 'numeric' })
  taxInclusive: string;

  @Column({ type: 'numeric' })
  due: string;

  @Column({ type: 'text', nullable: true })
  serviceCode: string | null;

  @Column({ type: 'text', nullable: true })
  engagementNumber: string | null;

  @Column({ type: 'text' })
  syntax: string;

  @Column({ type: 'text' })
  channel: string;

  @Column({ type: 'timestamptz' })
  depositedAt: Date;

  /** Left out of lists: read it by name. */
  @Column({ type: 'jsonb', select: false })
  warnings: object;

  /** Left out of lists: read it by name. */
  @Column({ type: 'jsonb', select: false })
  content: object;

  @Column({ type: 'text' })
  status: string;

  @Column({ type: 'integer' })
  sequence: number;

  @Column({ type: 'text' })
  lastEventHash: string;

  @Column({ type: 'timestamptz' })
  statusSince: Date;

  @Column({ type: 'timestamptz', nullable: true })
  madeAvailableAt: Date | null;

  @Column({ type: 'date', nullable: true })
  paymentDueDate: string | null;
}
