import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { Pen } from '../readable/readable-page.js';
import { adjustmentsOf, dueOf, totalRowsOf, vatRowsOf } from '../readable/totals.js';
import { colours, innerWidth, paper, styles } from './paper.js';
import type { Sheets } from './sheets.js';
import { titled, wide } from './title-rows.js';
import { beside, type Column, gap, type Row, type Typesetter, together } from './typesetter.js';

const gutter = 26;
const right: Column = { x: paper.right - 214, width: 214 };
const left: Column = { x: paper.left, width: innerWidth - right.width - gutter };
/** In the left column: words, then one or two numbers. */
const numberWidth = 76;
const words: Column = { x: left.x, width: left.width - numberWidth * 2 - 8 };
/** Below their rate, a little further in. */
const exemptions: Column = { x: left.x + 10, width: left.width - 10 };
const firstNumber: Column = { x: words.x + words.width + 8, width: numberWidth - 6, align: 'right' };
const lastNumber: Column = { x: left.x + left.width - numberWidth, width: numberWidth, align: 'right' };

/** Allowances and charges; then VAT on the left and what it comes to on the right. */
export const putSums = (sheets: Sheets, typesetter: Typesetter, pen: Pen, invoice: Invoice): void => {
  sheets.put(adjustmentRows(typesetter, pen, invoice));
  sheets.putBeside([vatRows(typesetter, pen, invoice), totalRows(typesetter, pen, invoice)]);
};

const reasons: Column = { x: paper.left, width: innerWidth - 250 };
const rates: Column = { x: reasons.x + reasons.width + 8, width: 156, align: 'right' };
const amounts: Column = { x: paper.right - 80, width: 80, align: 'right' };

const adjustmentRows = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] =>
  titled(
    typesetter,
    pen.word('documentAllowances'),
    adjustmentsOf(pen, invoice).flatMap(([reason, rate, amount]) =>
      beside([
        typesetter.rows(reason, styles.small, reasons),
        typesetter.rows(rate, styles.small, rates),
        typesetter.number(amount, styles.small, amounts),
      ]),
    ),
    wide,
  );

const vatRows = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] => {
  const shown = vatRowsOf(pen, invoice);
  if (shown.length === 0) return [];
  const heading = beside([
    typesetter.rows(pen.word('category'), styles.column, words),
    typesetter.rows(pen.word('base'), styles.column, firstNumber),
    typesetter.rows(pen.word('tax'), styles.column, lastNumber),
  ]);
  const rows = shown.flatMap(({ rate, exemption, base, tax }) => [
    ...beside([
      typesetter.rows(rate, styles.small, words),
      typesetter.number(base, styles.small, firstNumber),
      typesetter.number(tax, styles.small, lastNumber),
    ]),
    ...(exemption === '' ? [] : typesetter.rows(exemption, styles.small, exemptions)),
  ]);
  return titled(typesetter, pen.word('vatBreakdown'), [...heading, gap(2), ...rows], left);
};

const totalRows = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] => {
  const rows = totalRowsOf(pen, invoice).flatMap(([name, amount, isSum]) => {
    const style = isSum ? styles.strong : styles.body;
    const used = typesetter.widthOf(amount, style) + 10;
    return [
      ...beside([
        typesetter.rows(name, isSum ? styles.strong : styles.label, {
          x: right.x + 10,
          width: Math.max(60, right.width - 20 - used),
        }),
        typesetter.number(amount, style, { x: right.x + 10, width: right.width - 20, align: 'right' }),
      ]),
      gap(1.5),
    ];
  });
  return [gap(14), ...rows, gap(6), dueBox(typesetter, pen, invoice)];
};

const dueBox = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row => {
  const [name, amount] = dueOf(pen, invoice);
  const inner: Column = { x: right.x + 10, width: right.width - 20 };
  const fits =
    typesetter.widthOf(name, styles.dueLabel) + typesetter.widthOf(amount, styles.due) + 8 < inner.width;
  const label = typesetter.rows(name, styles.dueLabel, inner);
  const value = typesetter.number(amount, styles.due, { ...inner, align: 'right' });
  const content = together([gap(7), ...(fits ? beside([label, value]) : [...label, ...value]), gap(7)]);
  return {
    height: content.height,
    marks: [
      { ground: colours.accent, x: right.x, width: right.width, down: 0, height: content.height },
      ...content.marks,
    ],
  };
};
