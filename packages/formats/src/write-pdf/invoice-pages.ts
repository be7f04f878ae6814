import type { Language } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { notesOf, referencesOf, supportingOf } from '../readable/details.js';
import { documentName } from '../readable/heading.js';
import { paymentEntries } from '../readable/payment.js';
import { type Pen, penFor } from '../readable/readable-page.js';
import { headingColumns, keyBox, partyRows } from './heading-rows.js';
import { putLines } from './lines-rows.js';
import { colours, innerWidth, paper, styles } from './paper.js';
import type { SetPages } from './pdf-a-file.js';
import { lineAcross, Sheets } from './sheets.js';
import { putSums } from './sum-rows.js';
import { entryRows, half, titled, wide } from './title-rows.js';
import { gap, type Mark, type Row, Typesetter } from './typesetter.js';

/** The invoice laid out for people on sheets of A4: the same parts and words as the readable HTML page. */
export const layOut = (invoice: Invoice, language: Language): SetPages => {
  const typesetter = new Typesetter();
  const pen = penFor(language, invoice.currency ?? '');
  const sheets = new Sheets(typesetter, continuation(typesetter, pen, invoice));
  sheets.putBeside(headingColumns(typesetter, pen, invoice));
  sheets.put(keyBox(typesetter, pen, invoice));
  for (const rows of partyRows(typesetter, pen, invoice)) sheets.put(rows);
  putLines(sheets, typesetter, pen, invoice);
  putSums(sheets, typesetter, pen, invoice);
  sheets.putBeside([paymentRows(typesetter, pen, invoice), referenceRows(typesetter, pen, invoice)]);
  sheets.put(noteRows(typesetter, pen, invoice));
  sheets.put(supportingRows(typesetter, pen, invoice));
  return { contents: sheets.finish(footOf(typesetter, pen, invoice)), typesetter };
};

/** What says on later pages which invoice they belong to. */
const continuation = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] => {
  const title = `${documentName(pen, invoice)} ${invoice.number ?? ''}`.trim();
  const [line = ''] = typesetter.wrap(title, styles.strong, innerWidth);
  return [
    { height: 16, marks: [typesetter.mark(line, styles.strong, wide)] },
    lineAcross(colours.line, 0, 14),
  ];
};

const paymentRows = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] => {
  const column = half('left');
  const blocks = invoice.payments
    .map((payment) => entryRows(typesetter, paymentEntries(pen, payment), column))
    .filter((rows) => rows.length > 0);
  const terms = invoice.paymentTerms ? typesetter.rows(invoice.paymentTerms, styles.small, column) : [];
  const rows = [...blocks.flatMap((block, index) => (index > 0 ? [gap(5), ...block] : block)), ...terms];
  return titled(typesetter, pen.word('payment'), rows, column);
};

const referenceRows = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] =>
  titled(
    typesetter,
    pen.word('references'),
    entryRows(typesetter, referencesOf(pen, invoice), half('right')),
    half('right'),
  );

const noteRows = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] =>
  titled(
    typesetter,
    pen.word('notes'),
    notesOf(pen, invoice).flatMap(([subject, text]) =>
      typesetter.rows(subject === '' ? text : `${subject}. ${text}`, styles.small, wide),
    ),
    wide,
  );

const supportingRows = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] =>
  titled(
    typesetter,
    pen.word('supporting'),
    supportingOf(invoice).flatMap(([name, detail]) =>
      typesetter.rows(detail === '' ? name : `${name} · ${detail}`, styles.small, wide),
    ),
    wide,
  );

const footOf =
  (typesetter: Typesetter, pen: Pen, invoice: Invoice) =>
  (page: number, of: number): Mark[] => {
    const count = `${pen.word('page')} ${page} ${pen.word('pageOf')} ${of}`;
    const left = [invoice.number, invoice.seller.name].filter((text) => text).join(' · ');
    const [line = ''] = typesetter.wrap(left, styles.foot, innerWidth * 0.4);
    return [
      { rule: colours.line, x: paper.left, width: innerWidth, down: -6 },
      typesetter.mark(line, styles.foot, wide),
      typesetter.mark(count, styles.foot, { ...wide, align: 'right' }),
      ...(page === of
        ? [
            typesetter.mark(
              pen.word(isCreditNote(invoice.typeCode) ? 'creditDataInside' : 'dataInside'),
              styles.foot,
              { ...wide, align: 'right' },
              styles.foot.leading,
            ),
          ]
        : []),
    ];
  };
