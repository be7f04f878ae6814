import type { Invoice } from '@parvis/domain/invoice/invoice';
import { daysOf, documentName, keysOf, partiesOf } from '../readable/heading.js';
import { addressText, type Party, partyNumbers } from '../readable/parties.js';
import type { Pen } from '../readable/readable-page.js';
import { colours, innerWidth, paper, styles } from './paper.js';
import { underlined } from './title-rows.js';
import { beside, type Column, gap, heightOf, type Row, type Typesetter, together } from './typesetter.js';

/** Left who sends, right what it is, its number and its days. */
export const headingColumns = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[][] => {
  const { seller } = invoice;
  const left: Column = { x: paper.left, width: innerWidth * 0.46 };
  const right: Column = { x: paper.right - innerWidth * 0.5, width: innerWidth * 0.5, align: 'right' };
  return [
    [
      ...typesetter.rows(seller.tradingName ?? seller.name ?? '', styles.name, left),
      ...typesetter.rows(seller.address?.city ?? '', styles.small, left),
    ],
    [
      ...typesetter.rows(documentName(pen, invoice), styles.title, right),
      ...typesetter.rows(invoice.number ?? '', styles.number, right),
      gap(5),
      ...daysOf(pen, invoice).flatMap(([name, day]) => dayRows(typesetter, name, day, right)),
    ],
  ];
};

const dayRows = (typesetter: Typesetter, name: string, day: string, column: Column): Row[] => {
  const used = typesetter.widthOf(day, styles.strong) + 8;
  const beforeIt = { ...column, width: column.width - used };
  return [
    {
      height: styles.strong.leading,
      marks: [typesetter.mark(name, styles.label, beforeIt), typesetter.mark(day, styles.strong, column)],
    },
  ];
};

const padding = 10;
/** A taller box would not be one: the references of a strange sender are then plain rows. */
const tallestBox = 200;

/** What the recipient needs to send the invoice on its way, on a ground of its own. */
export const keyBox = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[] => {
  const keys = keysOf(pen, invoice);
  if (keys.length === 0) return [];
  const width = innerWidth / keys.length;
  const rows = beside(
    keys.map(([name, value], index) => {
      const column = { x: paper.left + width * index + padding, width: width - padding * 2 };
      return [
        ...typesetter.rows(name, styles.keyLabel, column),
        ...typesetter.rows(value, styles.key, column),
      ];
    }),
  );
  const height = heightOf(rows) + padding;
  if (height > tallestBox) return [gap(14), ...rows];
  const ground = { ground: colours.tint, x: paper.left, width: innerWidth, down: 0, height };
  const content = together([gap(padding / 2), ...rows, gap(padding / 2)]);
  return [gap(16), { height, marks: [ground, ...content.marks] }];
};

const gutter = 22;

/** Seller and buyer side by side, then whoever else is named. */
export const partyRows = (typesetter: Typesetter, pen: Pen, invoice: Invoice): Row[][] => {
  const [seller, buyer, ...others] = partiesOf(pen, invoice);
  return [[seller, buyer], others].flatMap((group) => {
    const shown = group.filter((one) => one !== undefined);
    if (shown.length === 0) return [];
    const width = (innerWidth - gutter * (shown.length - 1)) / shown.length;
    const columns = shown.map(([title, party], index) =>
      partyColumn(typesetter, pen, title, party, { x: paper.left + (width + gutter) * index, width }),
    );
    return [[gap(16), ...beside(columns)]];
  });
};

const partyColumn = (
  typesetter: Typesetter,
  pen: Pen,
  title: string,
  party: Party,
  column: Column,
): Row[] => {
  const { name, tradingName, address, contact, remark, additionalLegalInformation } = party;
  const people = [contact?.point, contact?.telephone, contact?.email].flatMap((text) => text || []);
  const small = [
    ...(tradingName && name && tradingName !== name ? [tradingName] : []),
    ...addressText(pen, address),
    ...(remark ? [remark] : []),
    ...partyNumbers(pen, party).map(([label, value]) => `${label} ${value}`),
    ...people,
    ...(additionalLegalInformation ? [additionalLegalInformation] : []),
  ];
  const heading = name ?? tradingName;
  return [
    underlined(typesetter, title, column),
    ...(heading ? typesetter.rows(heading, styles.strong, column) : []),
    ...small.flatMap((text) => typesetter.rows(text, styles.small, column)),
  ];
};
