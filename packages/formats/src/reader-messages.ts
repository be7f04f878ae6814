import type { TableReading } from '@parvis/domain/tables/table';
import type { FileReading } from './read-invoice.js';

export interface WorkerQuestion {
  readonly bytes: Uint8Array;
  readonly as: 'invoice' | 'table';
}

/** Decimals do not survive the way between threads as objects: the invoice travels as JSON text. */
export type WorkerAnswer =
  | { readonly reading: Omit<FileReading, 'invoice'>; readonly invoiceJson?: string }
  | { readonly table: TableReading }
  | { readonly failure: string };
