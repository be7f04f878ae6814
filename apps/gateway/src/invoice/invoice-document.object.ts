import type { InvoiceDocument } from '@parvis/application/documents/document-store';
import { formatInvoiceRef, type InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DocumentKindEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';

@ObjectType('InvoiceDocument', { description: 'A file that belongs to an invoice.' })
export class InvoiceDocumentObject {
  constructor(
    private readonly ref: InvoiceRef,
    private readonly document: InvoiceDocument,
  ) {}

  @Field(() => ID, { description: 'Identifier of the document.' })
  get id(): string {
    return this.document.id;
  }

  @Field(() => DocumentKindEnum, { description: 'The invoice itself, or something beside it.' })
  get kind(): InvoiceDocument['kind'] {
    return this.document.kind;
  }

  @Field(() => String, { description: 'The name it was sent under.' })
  get fileName(): string {
    return this.document.fileName;
  }

  @Field(() => String, { description: 'Media type, such as `application/pdf`.' })
  get mediaType(): string {
    return this.document.mediaType;
  }

  @Field(() => Int, { description: 'Size in bytes.' })
  get size(): number {
    return this.document.size;
  }

  @Field(() => String, { description: 'SHA-256 of the bytes, hexadecimal.' })
  get sha256(): string {
    return this.document.sha256;
  }

  @Field(() => DateTimeIso, { description: 'When it was added.' })
  get addedAt(): Date {
    return this.document.addedAt;
  }

  @Field(() => String, { description: 'Who added it, as both sides see them.' })
  get addedBy(): string {
    return this.document.addedBy;
  }

  @Field(() => String, { description: 'Where to fetch it, for whoever may see the invoice.' })
  get url(): string {
    const place = this.document.kind === 'original' ? 'original' : `attachments/${this.document.id}`;
    return `/documents/${formatInvoiceRef(this.ref)}/${place}`;
  }
}
