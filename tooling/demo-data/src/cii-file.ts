import { writeCii } from '@parvis/formats/write/write-cii';
import type { DemoInvoice } from './demo-invoice.js';
import { invoiceOfDemo } from './invoice-of-demo.js';

/** The same invoice in UN/CEFACT Cross Industry Invoice (D22B), the XML inside a Factur-X too. */
export const ciiFile = (invoice: DemoInvoice): Uint8Array =>
  new TextEncoder().encode(writeCii(invoiceOfDemo(invoice)).xml);
