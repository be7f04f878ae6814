import { frameworkLabel } from '@parvis/domain/invoice/frameworks';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { serviceCodeOf } from '@parvis/domain/invoice/public-references';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { profileOf } from '../profile/profiles.js';
import { type Html, html } from './html.js';
import { type Pen, pairs, part } from './readable-page.js';
import { hiddenNoteSubjects, noteSubjects, referenceWords, vatPoints } from './words.js';

/** What else the invoice says: mentions, references, attached documents. */
export const detailsPart = (pen: Pen, invoice: Invoice): Html | undefined => {
  const parts = [notes(pen, invoice), references(pen, invoice), supporting(pen, invoice)].filter(
    (one) => one,
  );
  return parts.length === 0 ? undefined : html`<div class="rest">${parts}</div>`;
};

const notes = (pen: Pen, invoice: Invoice): Html | undefined => {
  const shown = notesOf(pen, invoice);
  if (shown.length === 0) return undefined;
  return part(
    pen.word('notes'),
    html`<div class="notes small">${shown.map(
      ([subject, text]) => html`<p class="pre">${subject ? html`<b>${subject}.</b> ` : ''}${text}</p>`,
    )}</div>`,
  );
};

/** Mentions for people, each with its subject where it has one. */
export const notesOf = (pen: Pen, invoice: Invoice): (readonly [subject: string, text: string])[] =>
  invoice.notes
    .filter(({ subjectCode, text }) => text !== '' && !hiddenNoteSubjects.has(subjectCode ?? ''))
    .map(({ subjectCode = '', text }) => {
      const subject = noteSubjects[subjectCode];
      return [subject ? pen.say(subject) : subjectCode, text];
    });

const references = (pen: Pen, invoice: Invoice): Html | undefined =>
  part(pen.word('references'), pairs(referencesOf(pen, invoice)));

/** Other documents and days the invoice speaks of, each with its name. */
export const referencesOf = (pen: Pen, invoice: Invoice): (readonly [name: string, value: string])[] => {
  const preceding = invoice.precedingInvoices.map(({ number, issueDate }) =>
    [number, issueDate && `${pen.word('of')} ${pen.date(issueDate)}`].filter((text) => text).join(' '),
  );
  const entries: (readonly [string, string | undefined])[] = [
    [
      pen.word(isCreditNote(invoice.typeCode) ? 'correctedInvoice' : 'precedingInvoice'),
      preceding.join(', '),
    ],
    [
      pen.word('buyerReference'),
      serviceCodeOf(invoice) === invoice.buyerReference ? '' : invoice.buyerReference,
    ],
    ...referenceWords.map(([field, name]) => [pen.say(name), invoice[field]] as const),
    [pen.word('object'), invoice.invoicedObject?.value],
    [pen.word('vatPoint'), vatPoint(pen, invoice)],
    [pen.word('framework'), invoice.businessProcess && frameworkLabel(invoice.businessProcess, pen.language)],
    [pen.word('specification'), profileOf(invoice.specification).name],
  ];
  return entries.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
};

const vatPoint = (pen: Pen, { vatPointDate, vatPointDateCode }: Invoice): string => {
  const rule = vatPointDateCode === undefined ? undefined : vatPoints[vatPointDateCode];
  return [pen.date(vatPointDate), rule ? pen.say(rule) : vatPointDateCode].filter((text) => text).join(', ');
};

const supporting = (pen: Pen, invoice: Invoice): Html | undefined => {
  const items = supportingOf(invoice);
  if (items.length === 0) return undefined;
  return part(
    pen.word('supporting'),
    html`<ul class="small">${items.map(([name, beside]) => html`<li><b>${name}</b> <span class="small">${beside}</span></li>`)}</ul>`,
  );
};

/** Documents that come along: what they are, and where. */
export const supportingOf = ({ supportingDocuments }: Invoice): (readonly [name: string, beside: string])[] =>
  supportingDocuments.map(({ reference, description, externalLocation, attachment }) => {
    const beside = [reference, attachment?.fileName, externalLocation].filter((text) => text);
    return [description ?? beside.shift() ?? '', beside.join(' · ')];
  });
