import { frameworkLabel } from '@parvis/domain/invoice/frameworks';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { type Html, html } from './html.js';
import { type Pen, pairs, part } from './readable-page.js';
import { hiddenNoteSubjects, noteSubjects, referenceWords } from './words.js';

/** What else the invoice says: mentions, references, attached documents. */
export const detailsPart = (pen: Pen, invoice: Invoice): Html | undefined => {
  const parts = [notes(pen, invoice), references(pen, invoice), supporting(pen, invoice)].filter(
    (one) => one,
  );
  return parts.length === 0 ? undefined : html`<div class="rest">${parts}</div>`;
};

const notes = (pen: Pen, invoice: Invoice): Html | undefined => {
  const shown = invoice.notes.filter(
    ({ subjectCode, text }) => text !== '' && !hiddenNoteSubjects.has(subjectCode ?? ''),
  );
  if (shown.length === 0) return undefined;
  return part(
    pen.word('notes'),
    html`<div class="notes small">${shown.map(({ subjectCode, text }) => {
      const subject = subjectCode === undefined ? undefined : noteSubjects[subjectCode];
      return html`<p class="pre">${subject ? html`<b>${pen.say(subject)}.</b> ` : ''}${text}</p>`;
    })}</div>`,
  );
};

const references = (pen: Pen, invoice: Invoice): Html | undefined => {
  const preceding = invoice.precedingInvoices.map(({ number, issueDate }) =>
    [number, issueDate && `${pen.word('of')} ${pen.date(issueDate)}`].filter((text) => text).join(' '),
  );
  return part(
    pen.word('references'),
    pairs([
      [
        pen.word(isCreditNote(invoice.typeCode) ? 'correctedInvoice' : 'precedingInvoice'),
        preceding.join(', '),
      ],
      ...referenceWords.map(([field, name]) => [pen.say(name), invoice[field]] as const),
      [pen.word('object'), invoice.invoicedObject?.value],
      [
        pen.word('framework'),
        invoice.businessProcess && frameworkLabel(invoice.businessProcess, pen.language),
      ],
    ]),
  );
};

const supporting = (pen: Pen, { supportingDocuments }: Invoice): Html | undefined => {
  if (supportingDocuments.length === 0) return undefined;
  const items = supportingDocuments.map(({ reference, description, externalLocation, attachment }) => {
    const beside = [reference, attachment?.fileName, externalLocation].filter((text) => text);
    return html`<li><b>${description ?? beside.shift()}</b> <span class="small">${beside.join(' · ')}</span></li>`;
  });
  return part(pen.word('supporting'), html`<ul class="small">${items}</ul>`);
};
