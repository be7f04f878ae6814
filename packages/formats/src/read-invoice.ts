import { locate } from './binding/locate.js';
import { type PdfReading, readPdfInvoice } from './pdf/read-pdf-invoice.js';
import { limits } from './reading/limits.js';
import { readFault } from './reading/read-fault.js';
import { type ReadOutcome, unreadable } from './reading/read-outcome.js';
import { sniff } from './reading/sniff.js';
import { readXmlInvoice } from './xml/read-xml-invoice.js';

/**
 * Recognises a file by its content and reads it into the invoice model: UBL Invoice and CreditNote, CII, Factur-X.
 * Never throws for what a sender may send: it answers faults.
 */
export const readInvoice = async (bytes: Uint8Array, _fileName: string): Promise<ReadOutcome> => {
  if (bytes.length > limits.fileBytes) {
    const values = { maximumBytes: String(limits.fileBytes), found: String(bytes.length) };
    return unreadable('unknown', [readFault('PV-READ-TOO-LARGE', { values })]);
  }
  const kind = sniff(bytes);
  switch (kind.is) {
    case 'empty':
      return unreadable('unknown', [readFault('PV-READ-EMPTY')]);
    case 'other':
      return unreadable('unknown', [readFault('PV-READ-UNKNOWN-FORMAT', { values: { found: kind.name } })]);
    case 'pdf':
      return outcomeOf(readPdfInvoice(bytes));
    case 'xml':
      return outcomeOf(readXmlInvoice(bytes));
  }
};

const outcomeOf = ({ places, ...reading }: PdfReading): ReadOutcome => ({
  ...reading,
  locate: (path) => (places ? locate(places, path) : undefined),
});
