import type { Invoice, Note } from '../../invoice/invoice.js';
import { isCii, isUbl, type Judged, type Rule, rule } from '../rule.js';
import { codes, normalised, textAt } from './fields.js';

/** What the law wants said on every invoice (Code de commerce, L441-9), by note subject. */
const legalMentions = ['PMT', 'PMD', 'AAB'];

const said = 'MEMBRE_ASSUJETTI_UNIQUE';

/** The notes with their texts as they stand in the file. */
const notesOf = ({ invoice, context }: Judged): Note[] =>
  invoice.notes.map((note, index) => ({
    ...note,
    text: textAt(context, `notes[${index}].text`, note.text) ?? '',
  }));

const withMark = ({ subjectCode, text }: Note): string =>
  subjectCode === undefined || text.startsWith('#') ? text : `#${subjectCode}#${text}`;

/** UBL writes subjects inside the texts, and the published rules look for them in all texts joined. */
const joined = (judged: Judged): string => {
  const found = known.get(judged);
  if (found !== undefined) return found;
  const texts = notesOf(judged).map(withMark).join('#');
  known.set(judged, texts);
  return texts;
};

/** Every question about a mention asks for them. */
const known = new WeakMap<Judged, string>();

const timesSaid = (judged: Judged, subject: string): number =>
  isCii(judged.context)
    ? judged.invoice.notes.filter(({ subjectCode }) => subjectCode === subject).length
    : joined(judged).split(`#${subject}#`).length - 1;

/** The texts of the notes of a subject; in UBL what follows its first mark, as far as the next sign `#`. */
const textsOf = (judged: Judged, subject: string): string[] => {
  if (isCii(judged.context))
    return notesOf(judged).flatMap(({ subjectCode, text }) => (subjectCode === subject ? [text] : []));
  const texts = joined(judged);
  const start = texts.indexOf(`#${subject}#`);
  return start < 0 ? [] : [texts.slice(start + subject.length + 2).split('#', 1)[0] ?? ''];
};

/** What the sender wants done with the invoice: note BAR. */
const treatments = codes('B2B B2BINT B2C B2CINT OUTOFSCOPE ARCHIVEONLY');

export const isBetweenFirms = (judged: Judged): boolean => textsOf(judged, 'BAR').includes('B2B');

/** What is asked of self-billed invoices: in UBL under any treatment (1.4.0.03), in CII between firms. */
export const saysTreatment = (judged: Judged): boolean =>
  isCii(judged.context) ? isBetweenFirms(judged) : textsOf(judged, 'BAR').some((text) => text !== '');

/** Whether the seller is told to be a member of a single taxable person. */
export const saysMemberOfSingleTaxpayer = (judged: Judged): boolean => textsOf(judged, 'TXD').includes(said);

/** Note ADN: an invoice to the public sector. */
export const saysPublicSector = (invoice: Invoice): boolean =>
  invoice.notes.some(({ subjectCode, text }) => subjectCode === 'ADN' && text.trim() === 'B2G');

const mentionsAreThere = rule({
  id: 'BR-FR-05',
  terms: ['BT-22', 'BT-21'],
  check: (judged) => {
    const missing = legalMentions.filter((subject) => timesSaid(judged, subject) === 0);
    return missing.length === 0 ? [] : [{ path: 'notes', values: { missing: missing.join(', ') } }];
  },
});

const mentionsAreSaidOnce = rule({
  id: 'BR-FR-06',
  terms: ['BT-21'],
  check: (judged) =>
    [...legalMentions, 'TXD']
      .filter((subject) => timesSaid(judged, subject) > 1)
      .map((subject) => ({ path: 'notes', values: { found: subject } })),
});

const treatmentIsKnown = rule({
  id: 'BR-FR-20',
  terms: ['BT-22', 'BT-21'],
  check: (judged) =>
    textsOf(judged, 'BAR')
      .filter((text) => !treatments.has(text) && (text !== '' || isCii(judged.context)))
      .map((found) => ({ path: pathOfNote(judged.invoice, 'BAR'), values: { found } })),
});

const pathOfNote = ({ notes }: Invoice, subject: string): string => {
  const index = notes.findIndex(({ subjectCode }) => subjectCode === subject);
  return index < 0 ? 'notes' : `notes[${index}].text`;
};

/** In UBL the texts that name BAR are put end to end, and the marked treatments counted in them. */
const countTreatments = (judged: Judged): number => {
  if (isCii(judged.context))
    return textsOf(judged, 'BAR').filter((text) => treatments.has(normalised(text))).length;
  const texts = notesOf(judged).map(withMark);
  const all = `${texts.filter((text) => text.includes('#BAR#')).join('')}#`;
  return [...treatments].reduce((count, code) => count + all.split(`BAR#${code}#`).length - 1, 0);
};

const oneTreatment = (id: string, speaks?: Rule['speaks']): Rule =>
  rule({
    id,
    terms: ['BT-21', 'BT-22'],
    ...(speaks && { speaks }),
    path: 'notes',
    holds: (judged) => countTreatments(judged) <= 1,
    values: (judged) => ({ found: String(countTreatments(judged)) }),
  });

/** The mentions that the reform codes as notes. */
export const noteRules: readonly Rule[] = [
  mentionsAreThere,
  mentionsAreSaidOnce,
  treatmentIsKnown,
  oneTreatment('BR-FR-31'),
];

/** The published UBL file reports a second treatment under the id of another rule. */
export const noteQuirks: readonly Rule[] = [oneTreatment('BR-FR-30', isUbl)];
