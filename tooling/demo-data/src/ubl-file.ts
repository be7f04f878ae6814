import { writeUbl } from '@parvis/formats/write/write-ubl';
import type { DemoInvoice } from './demo-invoice.js';
import { invoiceOfDemo } from './invoice-of-demo.js';

/** The file a supplier's program would send: UBL 2.1, EN 16931, with the French identifiers. */
export const ublFile = (invoice: DemoInvoice): Uint8Array =>
  new TextEncoder().encode(writeUbl(invoiceOfDemo(invoice)).xml);
