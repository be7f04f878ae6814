import { describe, expect, it } from 'vitest';
import { readPdfInvoice } from './read-pdf-invoice.js';

describe('a PDF whose references lead nowhere', () => {
  it('is broken where the length of its references stands behind a reference', () => {
    const references = '1 0 obj\n<</Type/XRef/Length 2 0 R/W[1 1 1]/Size 1>>\nstream\nx\nendstream\nendobj\n';
    const file = Buffer.from(`%PDF-1.5\n${references}startxref\n9\n%%EOF\n`);
    expect(readPdfInvoice(file).faults.map(({ rule }) => rule)).toEqual(['PV-READ-PDF-BROKEN']);
  });
});
