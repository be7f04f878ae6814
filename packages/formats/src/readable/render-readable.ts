import type { Language } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { detailsPart } from './details.js';
import { documentName, heading, keyReferences, parties } from './heading.js';
import { Html, html } from './html.js';
import { linesTable } from './lines.js';
import { pageStyle } from './page-style.js';
import { paymentPart } from './payment.js';
import { type Pen, penFor } from './readable-page.js';
import { allowancesAndCharges, totalsBlock, vatTable } from './totals.js';

export interface ReadableOptions {
  readonly language: Language;
  /** How the directory calls the recipient, where the invoice does not name it. */
  readonly recipientName?: string;
}

/**
 * The invoice laid out for people: one HTML page that needs nothing else, prints on A4 and reads on a telephone.
 * Whatever the sender wrote is escaped, and the page forbids itself scripts and everything from outside.
 */
export const renderReadable = (invoice: Invoice, { language, recipientName }: ReadableOptions): string => {
  const pen = penFor(language, invoice.currency ?? '');
  const shown = withRecipientName(invoice, recipientName);
  return html`${doctype}
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${titleOf(pen, shown)}</title><style>${style}</style></head>
<body><main class="sheet">
${heading(pen, shown)}${keyReferences(pen, shown)}${parties(pen, shown)}${linesTable(pen, shown)}
<div class="below"><div>${allowancesAndCharges(pen, shown)}${vatTable(pen, shown)}${paymentPart(pen, shown)}</div>
${totalsBlock(pen, shown)}</div>
${detailsPart(pen, shown)}
<footer><span>${pen.word(isCreditNote(shown.typeCode) ? 'creditFooter' : 'footer')}</span></footer>
</main></body></html>
`.markup;
};

const doctype = new Html('<!doctype html>');
const style = new Html(pageStyle);

const titleOf = (pen: Pen, invoice: Invoice): string =>
  [`${documentName(pen, invoice)} ${invoice.number ?? ''}`.trim(), invoice.seller.name]
    .filter((text) => text)
    .join(' · ');

const withRecipientName = (invoice: Invoice, recipientName: string | undefined): Invoice =>
  invoice.buyer.name === undefined && recipientName !== undefined
    ? { ...invoice, buyer: { ...invoice.buyer, name: recipientName } }
    : invoice;
