import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Fault } from '@parvis/domain/rules/fault';
import { readFault } from '../../reading/read-fault.js';
import { PdfBroken } from '../pdf-broken.js';
import type { PdfFile } from '../pdf-file.js';
import { newTextReading, type PageText, textOfPage } from './page-text.js';
import { pagesOf } from './page-tree.js';
import { holdsAmount, holdsReference, searchable } from './sought-values.js';

/** Less is a picture of an invoice with a stamp on it. */
const fewestWords = 20;
const greatestUnknownShare = 0.02;
const greatestShareOfSingleSigns = 0.5;
const longestReference = 200;

/**
 * Whether what people read and what machines read are two invoices: the number (BT-1), or the total (BT-112) and the
 * amount due (BT-115), stand nowhere on the pages. Silent where the pages' text cannot be made out with certainty.
 */
export const contradictionFaults = (file: PdfFile, invoice: Invoice): Fault[] => {
  const sought = soughtIn(invoice);
  if (sought.length === 0) return [];
  const missing = missingOf(file, sought);
  if (missing.length === 0) return [];
  const found = missing.map(({ written }) => written).join(', ');
  return [
    readFault('PV-READ-PDF-CONTRADICTS', {
      severity: 'warning',
      terms: missing.flatMap(({ terms }) => terms),
      path: missing[0]?.path ?? '',
      values: { found },
    }),
  ];
};

interface Sought {
  readonly written: string;
  readonly terms: readonly string[];
  readonly path: string;
  isIn(text: string): boolean;
}

const soughtIn = ({ number, totals }: Invoice): Sought[] => {
  const sought: Sought[] = [];
  if (number !== undefined && number !== '' && number.length <= longestReference)
    sought.push({
      written: number,
      terms: ['BT-1'],
      path: 'number',
      isIn: (text) => holdsReference(text, number),
    });
  const amounts = [totals.taxInclusive, totals.due].filter((amount) => amount !== undefined);
  const shown = totals.due ?? totals.taxInclusive;
  if (shown)
    sought.push({
      written: shown.toString(),
      terms: ['BT-112', 'BT-115'],
      path: totals.due ? 'totals.due' : 'totals.taxInclusive',
      isIn: (text) => amounts.some((amount) => holdsAmount(text, amount)),
    });
  return sought;
};

/** What stands on none of the pages; nothing where one of them cannot be read for certain. */
const missingOf = (file: PdfFile, sought: readonly Sought[]): readonly Sought[] => {
  const reading = newTextReading();
  const read: PageText[] = [];
  let missing = sought;
  try {
    for (const page of pagesOf(file)) {
      const one = textOfPage(file, page, reading);
      read.push(one);
      const text = searchable(one.text);
      missing = missing.filter((value) => !value.isIn(text));
      if (missing.length === 0) return [];
    }
  } catch (error) {
    if (error instanceof PdfBroken) return [];
    throw error;
  }
  return isCertain(read) ? missing : [];
};

const isCertain = (pages: readonly PageText[]): boolean => {
  const understood = pages.reduce((total, page) => total + page.understood, 0);
  const unknown = pages.reduce((total, page) => total + page.unknown, 0);
  if (unknown > (understood + unknown) * greatestUnknownShare) return false;
  const pieces = pages.flatMap(({ text }) => text.split(/\s+/)).filter((piece) => piece !== '');
  const words = pieces.filter((piece) => piece.length > 1);
  if (pieces.length - words.length > pieces.length * greatestShareOfSingleSigns) return false;
  return words.length >= fewestWords && words.some((word) => /\d/.test(word));
};
