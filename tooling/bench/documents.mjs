/** The documents measured; the largest are made of the lines of our own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@parvis/launcher/prepare';

const base = (name) => readFileSync(path.join(root, 'test/corpus/bases', name));

const everyday = (name) => readFileSync(path.join(root, 'test/corpus/journey', name));

const lineOf = { ubl: 'cac:InvoiceLine', cii: 'ram:IncludedSupplyChainTradeLineItem' };

/**
 * The invoice of 1,000 lines with so many: its own, again and again. Sums and numbers of lines are then wrong, which
 * costs the judge more than an invoice without a fault.
 */
const withLines = (kind, count) => {
  const text = base(`synth-${kind}-01000-7.xml`).toString('utf8');
  const start = text.indexOf(`<${lineOf[kind]}>`);
  const closing = `</${lineOf[kind]}>`;
  const end = text.lastIndexOf(closing) + closing.length;
  const lines = text.slice(start, end).split(closing).slice(0, -1);
  const repeated = Array.from({ length: count }, (_, index) => lines[index % lines.length] + closing);
  return Buffer.from(text.slice(0, start) + repeated.join('') + text.slice(end));
};

export const documents = [
  { what: 'UBL, everyday', bytes: () => everyday('invoice-ubl.xml') },
  { what: 'CII, everyday', bytes: () => everyday('invoice-cii.xml') },
  { what: 'UBL, 100 lines', bytes: () => base('synth-ubl-00100-7.xml') },
  { what: 'CII, 100 lines', bytes: () => base('synth-cii-00100-7.xml') },
  { what: 'UBL, 1,000 lines', bytes: () => base('synth-ubl-01000-7.xml') },
  { what: 'CII, 1,000 lines', bytes: () => base('synth-cii-01000-7.xml') },
  { what: 'UBL, 10,000 lines', bytes: () => withLines('ubl', 10_000) },
  { what: 'CII, 10,000 lines', bytes: () => withLines('cii', 10_000) },
];

export const hybridPdf = () => everyday('invoice-factur-x.pdf');
