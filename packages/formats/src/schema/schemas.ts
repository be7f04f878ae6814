import type { Places } from '../binding/locate.js';
import { ciiSchema } from './cii-schema.js';
import { type CompiledSchema, compileSchema } from './compile-schema.js';
import { ublCreditNoteSchema, ublInvoiceSchema } from './ubl-schema.js';

/** The schema of each syntax we read. */
export const schemas: Readonly<Record<Places['syntax'], CompiledSchema>> = {
  'ubl-invoice': compileSchema(ublInvoiceSchema, 'Invoice'),
  'ubl-credit-note': compileSchema(ublCreditNoteSchema, 'CreditNote'),
  cii: compileSchema(ciiSchema, 'rsm:CrossIndustryInvoice'),
};
