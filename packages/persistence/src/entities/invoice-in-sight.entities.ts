import { Entity } from 'typeorm';
import { InvoiceEntity } from './invoice.entity.js';

/** The invoices that the public entities in sight have received. */
@Entity({ name: 'received_invoice' })
export class ReceivedInvoiceEntity extends InvoiceEntity {}

/** The invoices that the suppliers in sight have issued. */
@Entity({ name: 'issued_invoice' })
export class IssuedInvoiceEntity extends InvoiceEntity {}
