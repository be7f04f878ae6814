import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Evidence } from '@parvis/domain/rules/evidence';
import type { Fault } from '@parvis/domain/rules/fault';
import type { Attachment } from '../pdf/read-pdf-invoice.js';

/** What reading a file gives: the same shape as the port of the application that asks for it. */
export interface ReadOutcome {
  readonly syntax: FileSyntax;
  /** BT-24 in words: `EN 16931`, `Factur-X BASIC`… */
  readonly profile?: string;
  /** Absent when the file holds no invoice that can be read. */
  readonly invoice?: Invoice;
  readonly faults: readonly Fault[];
  /** What the file holds beside the model; goes to `judge` with the invoice. */
  readonly evidence?: Evidence;
  /** Of a PDF: what is attached beside the invoice. */
  readonly attachments?: readonly Attachment[];
  /** From a place in the model (`lines[2].netAmount`) to its XPath in the sender's own file. */
  locate(path: string): string | undefined;
}

export type FileSyntax = 'ubl-invoice' | 'ubl-credit-note' | 'cii' | 'factur-x' | 'pdf' | 'unknown';
