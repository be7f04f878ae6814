import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'invoice_number' })
export class InvoiceNumberEntity {
  @PrimaryColumn({ type: 'uuid' })
  supplierId: string;

  @PrimaryColumn({ type: 'integer' })
  year: number;

  @PrimaryColumn({ type: 'text' })
  number: string;

  @Column({ type: 'uuid' })
  recipientId: string;

  @Column({ type: 'uuid' })
  invoiceId: string;
}
