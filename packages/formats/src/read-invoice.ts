import { locate } from './binding/locate.js';
import { type PdfReading, readPdfInvoice } from './pdf/read-pdf-invoice.js';
import { limits } from './reading/limits.js';
import { readFault } from './reading/read-fault.js';
import type { ReadOutcome } from './reading/read-outcome.js';
import { sniff } from './reading/sniff.js';
import { readXmlInvoice } from './xml/read-xml-invoice.js';

/** An outcome as plain data. */
export type FileReading = PdfReading;

/**
 * Recognises a file by its content and reads it into the invoice model: UBL Invoice and CreditNote, CII, Factur-X.
 * Never throws for what a sender may send: it answers faults. Bounded, but in the caller's own thread: a server reads
 * strangers' files through `startReaderPool`.
 */
export const readInvoice = async (bytes: Uint8Array, _fileName: string): Promise<ReadOutcome> =>
  outcomeOf(readFile(bytes));

/** The same as plain data, at once. */
export const readFile = (bytes: Uint8Array): FileReading => {
  if (bytes.length > limits.fileBytes) {
    const values = { maximumBytes: String(limits.fileBytes), found: String(bytes.length) };
    return { syntax: 'unknown', faults: [readFault('PV-READ-TOO-LARGE', { values })] };
  }
  const kind = sniff(bytes);
  switch (kind.is) {
    case 'empty':
      return { syntax: 'unknown', faults: [readFault('PV-READ-EMPTY')] };
    case 'other':
      return {
        syntax: 'unknown',
        faults: [readFault('PV-READ-UNKNOWN-FORMAT', { values: { found: kind.name } })],
      };
    case 'pdf':
      return readPdfInvoice(bytes);
    case 'xml':
      return readXmlInvoice(bytes);
  }
};

export const outcomeOf = ({ places, ...reading }: FileReading): ReadOutcome => ({
  ...reading,
  locate: (path) => (places ? locate(places, path) : undefined),
});
