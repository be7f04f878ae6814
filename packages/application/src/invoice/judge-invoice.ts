import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Fault } from '@parvis/domain/rules/fault';
import type { Work } from '../ports/work.js';
import type { ReadInvoice, ReadOutcome } from './read-invoice.js';

/** What the platform says of a file, before anything is kept. */
export interface Judgement {
  readonly syntax: ReadOutcome['syntax'];
  readonly profile?: string;
  readonly invoice?: Invoice;
  readonly recipient?: DirectoryEntry;
  readonly supplierId: string;
  /** Every fault at once, fatal ones and warnings. */
  readonly faults: readonly Fault[];
  /** True when no fault is fatal. */
  readonly valid: boolean;
}

export interface JudgeInvoicePorts {
  readonly work: Work;
  readonly readInvoice: ReadInvoice;
}

export interface FileToJudge {
  readonly supplierId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export const makeJudgeInvoice =
  (_ports: JudgeInvoicePorts) =>
  async (_file: FileToJudge): Promise<Judgement> => {
    throw new Error('to be written');
  };
