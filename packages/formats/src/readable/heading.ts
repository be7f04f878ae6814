import type { Delivery, Invoice } from '@parvis/domain/invoice/invoice';
import { engagementNumberOf, serviceCodeOf } from '@parvis/domain/invoice/public-references';
import { isCreditNote, typeCodeLabel } from '@parvis/domain/invoice/type-codes';
import { type Html, html } from './html.js';
import { type Party, partyBlock } from './parties.js';
import { type Pen, periodText } from './readable-page.js';

/** Who sends, what it is, its number and its days. */
export const heading = (pen: Pen, invoice: Invoice): Html => {
  const { seller } = invoice;
  return html`<header class="head">
<div class="from"><p class="name">${seller.tradingName ?? seller.name}</p>
<p class="small">${seller.address?.city}</p></div>
<div class="title"><h1>${documentName(pen, invoice)}</h1><p class="number">${invoice.number}</p>
<dl>${daysOf(pen, invoice).map(([name, day]) => html`<dt>${name}</dt><dd>${day}</dd>`)}</dl></div>
</header>`;
};

/** The days people look for first, each with its name. */
export const daysOf = (pen: Pen, invoice: Invoice): (readonly [string, string])[] =>
  (
    [
      [pen.word(isCreditNote(invoice.typeCode) ? 'creditIssued' : 'issued'), pen.date(invoice.issueDate)],
      [pen.word('due'), pen.date(invoice.dueDate)],
      [pen.word('period'), periodText(pen, invoice.period)],
    ] as const
  ).filter(([, day]) => day !== '');

export const documentName = (pen: Pen, { typeCode }: Invoice): string =>
  typeCodeLabel(typeCode ?? '380', pen.language);

/** What the recipient needs to send the invoice on its way: it stands out. */
export const keyReferences = (pen: Pen, invoice: Invoice): Html | undefined => {
  const keys = keysOf(pen, invoice);
  if (keys.length === 0) return undefined;
  return html`<dl class="keys">${keys.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
};

export const keysOf = (pen: Pen, invoice: Invoice): (readonly [string, string])[] =>
  (
    [
      [pen.word('serviceCode'), serviceCodeOf(invoice) ?? ''],
      [pen.word('engagement'), engagementNumberOf(invoice) ?? ''],
      [pen.word('contract'), invoice.contractReference ?? ''],
    ] as const
  ).filter(([, value]) => value !== '');

export const parties = (pen: Pen, invoice: Invoice): Html =>
  html`<div class="parties">${partiesOf(pen, invoice).map(([title, party]) => partyBlock(pen, title, party))}</div>`;

/** Everybody the invoice names, each with the role; seller and buyer first. */
export const partiesOf = (
  pen: Pen,
  { seller, buyer, payee, taxRepresentative, delivery }: Invoice,
): (readonly [string, Party])[] => {
  const shown: (readonly [string, Party])[] = [
    [pen.word('seller'), seller],
    [pen.word('buyer'), buyer],
  ];
  if (payee)
    shown.push([pen.word('payee'), { ...payee, identifiers: payee.identifier ? [payee.identifier] : [] }]);
  if (taxRepresentative) shown.push([pen.word('representative'), taxRepresentative]);
  if (delivery) shown.push([pen.word('delivery'), placeOf(pen, delivery)]);
  return shown;
};

const placeOf = (pen: Pen, { partyName, address, location, date }: Delivery): Party => ({
  ...(partyName === undefined ? {} : { name: partyName }),
  ...(address === undefined ? {} : { address }),
  ...(location === undefined ? {} : { identifiers: [location] }),
  ...(date === undefined ? {} : { remark: `${pen.word('deliveredOn')} ${pen.date(date)}` }),
});
