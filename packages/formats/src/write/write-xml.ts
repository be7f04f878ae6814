import type { Invoice } from '@parvis/domain/invoice/invoice';
import { writeCii } from './write-cii.js';
import { writeUbl } from './write-ubl.js';
import type { WrittenXml } from './written-xml.js';

/** Writes an invoice in the syntax asked for. */
export const writeXml = (invoice: Invoice, syntax: 'ubl' | 'cii'): WrittenXml =>
  syntax === 'ubl' ? writeUbl(invoice) : writeCii(invoice);
