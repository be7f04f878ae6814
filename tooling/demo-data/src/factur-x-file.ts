import { readFile } from '@parvis/formats/read-invoice';
import { writeFacturX } from '@parvis/formats/write-pdf/write-factur-x';
import { ciiFile } from './cii-file.js';
import type { DemoInvoice } from './demo-invoice.js';

/** A PDF to read with the CII inside, as a small supplier's invoicing program writes it. */
export const facturXFile = async (demo: DemoInvoice): Promise<Uint8Array> => {
  const cii = ciiFile(demo);
  const { invoice } = readFile(cii);
  if (!invoice) throw new Error(`the demonstration's own invoice ${demo.number} cannot be read`);
  return writeFacturX(invoice, { language: 'fr', xml: new TextDecoder().decode(cii) });
};
