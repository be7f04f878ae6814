import type { Invoice, InvoiceLine } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { lineAdjustments, lineDetails, priceBasis } from '../readable/lines.js';
import { quantityText } from '../readable/quantity-text.js';
import { type Pen, vatRate } from '../readable/readable-page.js';
import { colours, innerWidth, paper, styles } from './paper.js';
import type { Sheets } from './sheets.js';
import { wide } from './title-rows.js';
import { beside, type Column, gap, type Row, type Typesetter } from './typesetter.js';

const spacing = 8;
const widths = { id: 28, quantity: 64, price: 74, rate: 82, amount: 74 } as const;

/** From left to right; numbers end at one edge. */
const columns = ((): Record<keyof typeof widths | 'item', Column> => {
  const numeric = widths.quantity + widths.price + widths.rate + widths.amount;
  const item = { x: paper.left + widths.id, width: innerWidth - widths.id - numeric - spacing };
  let x = item.x + item.width + spacing;
  const next = (width: number): Column => {
    const column = { x: x + spacing / 2, width: width - spacing / 2, align: 'right' } as const;
    x += width;
    return column;
  };
  return {
    id: { x: paper.left, width: widths.id - spacing / 2 },
    item,
    quantity: next(widths.quantity),
    price: next(widths.price),
    rate: next(widths.rate),
    amount: next(widths.amount),
  };
})();

/** The table of lines; its heading is repeated on every page, and a line is divided only where no page holds it. */
export const putLines = (
  sheets: Sheets,
  typesetter: Typesetter,
  pen: Pen,
  { lines, typeCode }: Invoice,
): void => {
  if (lines.length === 0) {
    sheets.put([
      gap(16),
      ...typesetter.rows(pen.word(isCreditNote(typeCode) ? 'noCreditLines' : 'noLines'), styles.small, wide),
    ]);
    return;
  }
  const heading = headingRows(typesetter, pen);
  lines.forEach((line, index) => {
    const rows = lineRows(typesetter, pen, line);
    if (index === 0) sheets.putTogether([gap(18), ...heading, ...rows]);
    else sheets.putTogether(rows, heading);
  });
};

const headingRows = (typesetter: Typesetter, pen: Pen): Row[] => {
  const cells = [
    typesetter.rows(pen.word('lineNumber'), styles.column, columns.id),
    typesetter.rows(pen.word('description'), styles.column, columns.item),
    typesetter.rows(pen.word('quantity'), styles.column, columns.quantity),
    typesetter.rows(pen.word('unitPrice'), styles.column, columns.price),
    typesetter.rows(pen.word('rate'), styles.column, columns.rate),
    typesetter.rows(pen.word('amount'), styles.column, columns.amount),
  ];
  return [...beside(cells), ruled(colours.strong, 4)];
};

const lineRows = (typesetter: Typesetter, pen: Pen, line: InvoiceLine): Row[] => {
  const { id, item, quantity, unit, price, vatCategory, vatRate: rate, netAmount } = line;
  const name = typesetter.rows(item.name ?? '', styles.body, columns.item);
  const numbers = [
    typesetter.number(quantity ? quantityText(pen, quantity, unit) : '', styles.body, columns.quantity),
    [
      ...typesetter.number(pen.money(price.net), styles.body, columns.price),
      ...some(typesetter, priceBasis(pen, line), columns.price),
    ],
    rateRows(typesetter, vatRate(pen, { category: vatCategory, rate })),
    typesetter.number(pen.money(netAmount), styles.strong, columns.amount),
  ];
  const number = typesetter.rows(id ?? '', styles.label, columns.id);
  const isLong = numbers.some(({ length }) => length > name.length);
  // Where a number takes several lines, the description stands beside it, right below the name.
  const beforeRule = isLong
    ? beside([number, [...name, ...detailRows(typesetter, pen, line, columns.item)], ...numbers])
    : [...beside([number, name, ...numbers]), ...detailRows(typesetter, pen, line, details)];
  return [gap(4), ...beforeRule, ruled(colours.line, 4)];
};

/** A rate is short; what stands in its place, « Livraison intracommunautaire », is not. */
const rateRows = (typesetter: Typesetter, text: string): Row[] => {
  const fits = typesetter.widthOf(text, styles.body) <= columns.rate.width;
  return typesetter.number(text, fits ? styles.body : styles.small, columns.rate);
};

/** Below the numbers, up to the column of amounts. */
const details: Column = { x: columns.item.x, width: columns.amount.x - columns.item.x - spacing };

const detailRows = (typesetter: Typesetter, pen: Pen, line: InvoiceLine, column: Column): Row[] => [
  ...lineDetails(pen, line).flatMap((text) => typesetter.rows(text, styles.small, column)),
  ...lineAdjustments(pen, line).flatMap(([reason, amount]) =>
    typesetter.rows(`${reason}${pen.word('colon')}${amount}`, styles.small, column),
  ),
];

const some = (typesetter: Typesetter, text: string, column: Column): Row[] =>
  text === '' ? [] : typesetter.rows(text, styles.small, column);

const ruled = (colour: string, before: number): Row => ({
  height: before + 1,
  marks: [{ rule: colour, x: paper.left, width: innerWidth, down: before }],
});
