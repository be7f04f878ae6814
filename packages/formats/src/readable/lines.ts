import type { Invoice, InvoiceLine, LineAllowanceCharge } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { type Html, html } from './html.js';
import { quantityText } from './quantity-text.js';
import { identifierText, type Pen, periodText, vatRate } from './readable-page.js';

/** The lines: what, how much, at which price; the rest of what a line says in small below. */
export const linesTable = (pen: Pen, { lines, typeCode }: Invoice): Html => {
  if (lines.length === 0) return html`<section><p class="small">${pen.word('noLines')}</p></section>`;
  const title = pen.word(isCreditNote(typeCode) ? 'creditLines' : 'lines');
  return html`<section class="lines"><table aria-label="${title}"><thead><tr>
<th scope="col">${pen.word('lineNumber')}</th><th scope="col">${pen.word('description')}</th>
<th scope="col" class="n">${pen.word('quantity')}</th><th scope="col" class="n">${pen.word('unitPrice')}</th>
<th scope="col" class="n">${pen.word('rate')}</th><th scope="col" class="n">${pen.word('amount')}</th></tr></thead>
<tbody>${lines.map((line) => lineRow(pen, line))}</tbody></table></section>`;
};

const lineRow = (pen: Pen, line: InvoiceLine): Html => {
  const { id, item, quantity, unit, price, vatCategory, vatRate: rate, netAmount } = line;
  return html`<tr><td>${id}</td><td class="what"><span class="label">${item.name}</span>${details(pen, line)}</td>
<td class="n quantity" data-label="${pen.word('quantity')}">${quantity && quantityText(pen, quantity, unit)}</td>
<td class="n price" data-label="${pen.word('unitPrice')}">${pen.money(price.net)}${priceBasis(pen, line)}</td>
<td class="n rate" data-label="${pen.word('rate')}">${vatRate(pen, { category: vatCategory, rate })}</td>
<td class="n amount">${pen.money(netAmount)}</td></tr>
`;
};

/** « pour 100 kg », where the price is not that of one. */
const priceBasis = (pen: Pen, { price, unit }: InvoiceLine): Html | undefined => {
  const { baseQuantity, baseQuantityUnit = unit } = price;
  if (!baseQuantity || baseQuantity.toString() === '1') return undefined;
  return html` <span class="sub">${pen.word('per')} ${quantityText(pen, baseQuantity, baseQuantityUnit)}</span>`;
};

const details = (pen: Pen, line: InvoiceLine): Html[] => {
  const { item, note, period, price, allowances, charges } = line;
  const references = [
    [pen.word('sellerItem'), item.sellerIdentifier],
    [pen.word('buyerItem'), item.buyerIdentifier],
    [pen.word('standardItem'), item.standardIdentifier && identifierText(item.standardIdentifier)],
    [pen.word('classification'), item.classifications.map(({ code }) => code).join(', ')],
    [pen.word('orderLine'), line.orderLineReference],
    [pen.word('object'), line.object?.value],
    [pen.word('accounting'), line.buyerAccountingReference],
    [pen.word('origin'), item.originCountry],
    ...item.attributes.map(({ name, value }) => [name ?? '', value] as const),
  ]
    .filter(([, value]) => value)
    .map(([name, value]) => `${name} ${value}`);
  const gross =
    price.gross && price.discount
      ? `${pen.word('grossPrice')} ${pen.money(price.gross)}, ${pen.word('discount')} ${pen.money(price.discount)}`
      : undefined;
  return [
    ...[item.description, note, periodText(pen, period), references.join(' · '), gross]
      .filter((text) => text)
      .map((text) => html`<span class="sub pre">${text}</span>`),
    ...allowances.map((entry) => adjustment(pen, entry, '−')),
    ...charges.map((entry) => adjustment(pen, entry, '+')),
  ];
};

const adjustment = (pen: Pen, { amount, reason }: LineAllowanceCharge, sign: '−' | '+'): Html =>
  html`<span class="sub add"><span>${reason ?? pen.word(sign === '−' ? 'allowance' : 'charge')}</span><span class="n">${sign} ${pen.money(amount)}</span></span>`;
