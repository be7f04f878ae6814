import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'invoice_document' })
export class InvoiceDocumentEntity {
  @PrimaryColumn({ type: 'uuid' })
  recipientId: string;

  @PrimaryColumn({ type: 'uuid' })
  invoiceId: string;

  @PrimaryColumn({ type: 'uuid' })
  documentId: string;

  /** Of the event that added it. */
  @Column({ type: 'integer' })
  sequence: number;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  kind: 'original' | 'attachment';

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  mediaType: string;

  @Column({ type: 'integer' })
  size: number;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'timestamptz' })
  addedAt: Date;

  @Column({ type: 'text' })
  addedBy: string;
}
