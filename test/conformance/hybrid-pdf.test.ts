import { createHash } from 'node:crypto';
import { invoiceXmlOf } from '@parvis/formats/pdf/read-pdf-invoice';
import { readFile } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import {
  type PublishedDocument,
  publishedCorpusIsThere,
  publishedDocuments,
  publishedFile,
} from './corpora.js';

/** Samples whose pages truly show another invoice than their data, and why we say so. */
const contradictory: Readonly<Record<string, string>> = {
  'pdf/mustang__invalidXRechnung.pdf': 'the page is of RE-20200620/508, the data of RE-20190610/507',
  'pdf/mustang__validXRechnung.pdf': 'the page is of RE-20200620/508, the data of RE-20190610/507',
};

/** Samples whose metadata truly state another profile than BT-24. */
const otherProfile: Readonly<Record<string, string>> = {
  'pdf/mustang__invalidXMP-ParseError.pdf': '« no thing » stated',
  'pdf/mustang__invalidXMP.pdf': '« no thing » stated',
  'pdf/zf-corpus__zugferd_2p1_EN16931_Betriebskostenabrechnung_XRechnung_embedded.pdf':
    'EN 16931 stated, XRechnung inside',
};

/** Samples that count as plain because their name tree is lost; the array of associated files still leads to the XML. */
const foundWithoutNames: Readonly<Record<string, string>> = {
  'pdf/mustang__corruptedV2PDF.pdf': 'in /AF alone',
};

const faultsOf = ({ file }: PublishedDocument): string[] =>
  readFile(publishedFile(file)).faults.map(({ rule }) => rule);

const checkHybrids = (): void => {
  const pdfs = publishedDocuments().filter(({ file }) => file.endsWith('.pdf'));
  const hybrids = pdfs.filter(({ pdf }) => pdf?.invoiceAttachment !== undefined);
  const withFault = (rule: string): string[] =>
    hybrids.filter((document) => faultsOf(document).includes(rule)).map(({ file }) => file);

  it(`give their XML byte by byte (${hybrids.length})`, () => {
    const wrong = hybrids.filter(({ file, pdf }) => {
      const xml = invoiceXmlOf(publishedFile(file));
      const hash = xml && createHash('sha256').update(xml).digest('hex');
      const known = pdf?.attachments.filter(({ name }) => name === pdf.invoiceAttachment);
      return !known?.some(({ sha256 }) => sha256 === hash);
    });
    const orders = wrong.filter(({ xmlSyntax }) => xmlSyntax === 'order-x');
    expect(wrong.map(({ file }) => file)).toEqual(orders.map(({ file }) => file));
  });

  it('are said to contradict their pages only where they do', () => {
    expect(withFault('PV-READ-PDF-CONTRADICTS')).toEqual(Object.keys(contradictory));
  });

  it('are said to state another profile only where they do', () => {
    expect(withFault('PV-READ-PDF-PROFILE')).toEqual(Object.keys(otherProfile));
  });

  it('that hold no invoice are told as such', () => {
    const plain = pdfs.filter(({ syntax, file }) => syntax === 'pdf-plain' && !(file in foundWithoutNames));
    const silent = plain.filter((document) => !faultsOf(document).includes('PV-READ-PDF-WITHOUT-XML'));
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
};

if (publishedCorpusIsThere) describe('published PDF files', checkHybrids);
else
  it('published corpus not found (../shared/corpus or PARVIS_CORPUS): its PDF files are NOT checked', (context) =>
    context.skip('published corpus not found: its PDF files are not checked'));
