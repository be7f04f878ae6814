import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Evidence } from '@parvis/domain/rules/evidence';
import type { Fault } from '@parvis/domain/rules/fault';

/** Recognises a file and reads it into the invoice model. Never throws for what a sender may send: it answers faults. */
export type ReadInvoice = (bytes: Uint8Array, fileName: string) => Promise<ReadOutcome>;

export interface ReadOutcome {
  readonly syntax: InvoiceSyntax | 'pdf' | 'unknown';
  /** BT-24 in words: `EN 16931`, `Factur-X BASIC`… */
  readonly profile?: string;
  /** Absent when the file holds no invoice that can be read. */
  readonly invoice?: Invoice;
  readonly faults: readonly Fault[];
  /** What the file holds beside the model; rules look at it. */
  readonly evidence?: Evidence;
  /** From a place in the model (`lines[2].netAmount`) to its XPath in the sender's own file. */
  locate(path: string): string | undefined;
}

export type InvoiceSyntax = 'ubl-invoice' | 'ubl-credit-note' | 'cii' | 'factur-x';
