import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice, InvoiceLine, LineAllowanceCharge } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { countryName } from './country-name.js';
import { type Html, html } from './html.js';
import { quantityText } from './quantity-text.js';
import { identifierText, type Pen, periodText, vatRate } from './readable-page.js';
import { adjustmentReason } from './totals.js';

/** The lines: what, how much, at which price; the rest of what a line says in small below. */
export const linesTable = (pen: Pen, { lines, typeCode }: Invoice): Html => {
  if (lines.length === 0)
    return html`<section><p class="small">${pen.word(isCreditNote(typeCode) ? 'noCreditLines' : 'noLines')}</p></section>`;
  const title = pen.word(isCreditNote(typeCode) ? 'creditLines' : 'lines');
  return html`<section class="lines"><table aria-label="${title}" class="${hasNamedRate(pen, lines) ? 'named' : ''}"><thead><tr>
<th scope="col">${pen.word('lineNumber')}</th><th scope="col">${pen.word('description')}</th>
<th scope="col" class="n">${pen.word('quantity')}</th><th scope="col" class="n">${pen.word('unitPrice')}</th>
<th scope="col" class="n">${pen.word('rate')}</th><th scope="col" class="n">${pen.word('amount')}</th></tr></thead>
<tbody>${lines.map((line) => lineRow(pen, line))}</tbody></table></section>`;
};

/** « Livraison intracommunautaire » takes more room than « 20 % ». */
const hasNamedRate = (pen: Pen, lines: readonly InvoiceLine[]): boolean =>
  lines.some(({ vatCategory, vatRate: rate }) =>
    /\p{L}/u.test(vatRate(pen, { category: vatCategory, rate })),
  );

const lineRow = (pen: Pen, line: InvoiceLine): Html => {
  const { id, item, quantity, unit, price, vatCategory, vatRate: rate, netAmount } = line;
  return html`<tr><td>${id}</td><td class="what"><span class="label">${item.name}</span>${details(pen, line)}</td>
<td class="n quantity" data-label="${pen.word('quantity')}">${quantity && quantityText(pen, quantity, unit)}</td>
<td class="n price" data-label="${pen.word('unitPrice')}">${pen.money(price.net)}${basisBelow(pen, line)}</td>
<td class="n rate" data-label="${pen.word('rate')}">${vatRate(pen, { category: vatCategory, rate })}</td>
<td class="n amount">${pen.money(netAmount)}</td></tr>
`;
};

const basisBelow = (pen: Pen, line: InvoiceLine): Html | undefined => {
  const basis = priceBasis(pen, line);
  return basis === '' ? undefined : html` <span class="sub">${basis}</span>`;
};

/** « pour 100 kg », where the price is not that of one. */
export const priceBasis = (pen: Pen, { price, unit }: InvoiceLine): string => {
  const { baseQuantity, baseQuantityUnit = unit } = price;
  if (!baseQuantity || baseQuantity.equals(Decimal.of(1))) return '';
  return `${pen.word('per')} ${quantityText(pen, baseQuantity, baseQuantityUnit)}`;
};

/** What else a line says, one sentence each. */
export const lineDetails = (pen: Pen, line: InvoiceLine): string[] => {
  const { item, note, period } = line;
  return [
    item.description,
    note,
    periodText(pen, period),
    lineReferences(pen, line),
    grossPrice(pen, line),
  ].flatMap((text) => text || []);
};

/** Allowances and charges of a line: why, and how much with its sign. */
export const lineAdjustments = (
  pen: Pen,
  { allowances, charges }: InvoiceLine,
): (readonly [reason: string, amount: string])[] => {
  const shown = (entry: LineAllowanceCharge, sign: '−' | '+') =>
    [adjustmentReason(pen, entry, sign), `${sign}\u00A0${pen.money(entry.amount)}`] as const;
  return [...allowances.map((entry) => shown(entry, '−')), ...charges.map((entry) => shown(entry, '+'))];
};

const details = (pen: Pen, line: InvoiceLine): Html[] => [
  ...lineDetails(pen, line).map((text) => html`<span class="sub pre">${text}</span>`),
  ...lineAdjustments(pen, line).map(
    ([reason, amount]) =>
      html`<span class="sub add"><span>${reason}</span><span class="n">${amount}</span></span>`,
  ),
];

const lineReferences = (
  pen: Pen,
  { item, orderLineReference, object, buyerAccountingReference }: InvoiceLine,
): string =>
  (
    [
      [pen.word('sellerItem'), item.sellerIdentifier],
      [pen.word('buyerItem'), item.buyerIdentifier],
      [pen.word('standardItem'), item.standardIdentifier && identifierText(item.standardIdentifier)],
      [pen.word('classification'), item.classifications.map(({ code }) => code).join(', ')],
      [pen.word('orderLine'), orderLineReference],
      [pen.word('object'), object?.value],
      [pen.word('accounting'), buyerAccountingReference],
      [pen.word('origin'), item.originCountry && countryName(item.originCountry, pen.language)],
      ...item.attributes.map(({ name, value }) => [name ?? '', value] as const),
    ] as const
  )
    .filter(([, value]) => value)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');

const grossPrice = (pen: Pen, { price: { gross, discount } }: InvoiceLine): string =>
  [
    gross && `${pen.word('grossPrice')} ${pen.money(gross)}`,
    discount && `${pen.word('discount')} ${pen.money(discount)}`,
  ]
    .filter((text) => text)
    .join(', ');
