import type { Invoice } from '@parvis/domain/invoice/invoice';
import { engagementNumberOf, serviceCodeOf } from '@parvis/domain/invoice/public-references';
import { typeCodeLabel } from '@parvis/domain/invoice/type-codes';
import { type Html, html } from './html.js';
import { partyBlock } from './parties.js';
import { type Pen, periodText } from './readable-page.js';

/** Who sends, what it is, its number and its days. */
export const heading = (pen: Pen, invoice: Invoice): Html => {
  const { seller } = invoice;
  const days = [
    [pen.word('issued'), pen.date(invoice.issueDate)],
    [pen.word('due'), pen.date(invoice.dueDate)],
    [pen.word('period'), periodText(pen, invoice.period)],
  ].filter(([, day]) => day !== '');
  return html`<header class="head">
<div class="from"><p class="name">${seller.tradingName ?? seller.name}</p>
<p class="small">${seller.address?.city}</p></div>
<div class="title"><h1>${documentName(pen, invoice)}</h1><p class="number">${invoice.number}</p>
<dl>${days.map(([name, day]) => html`<dt>${name}</dt><dd>${day}</dd>`)}</dl></div>
</header>`;
};

export const documentName = (pen: Pen, { typeCode }: Invoice): string =>
  typeCodeLabel(typeCode ?? '380', pen.language);

/** What the recipient needs to send the invoice on its way: it stands out. */
export const keyReferences = (pen: Pen, invoice: Invoice): Html | undefined => {
  const keys = (
    [
      [pen.word('serviceCode'), serviceCodeOf(invoice)],
      [pen.word('engagement'), engagementNumberOf(invoice)],
      [pen.word('contract'), invoice.contractReference],
    ] as const
  ).filter(([, value]) => value !== undefined && value !== '');
  if (keys.length === 0) return undefined;
  return html`<dl class="keys">${keys.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
};

export const parties = (pen: Pen, { seller, buyer, payee, taxRepresentative, delivery }: Invoice): Html => {
  const blocks = [
    partyBlock(pen, pen.word('seller'), seller),
    partyBlock(pen, pen.word('buyer'), buyer),
    payee &&
      partyBlock(pen, pen.word('payee'), {
        ...payee,
        identifiers: payee.identifier ? [payee.identifier] : [],
      }),
    taxRepresentative && partyBlock(pen, pen.word('representative'), taxRepresentative),
    delivery &&
      partyBlock(pen, pen.word('delivery'), {
        ...(delivery.partyName === undefined ? {} : { name: delivery.partyName }),
        ...(delivery.address === undefined ? {} : { address: delivery.address }),
        ...(delivery.location === undefined ? {} : { identifiers: [delivery.location] }),
        ...(delivery.date === undefined
          ? {}
          : { remark: `${pen.word('deliveredOn')} ${pen.date(delivery.date)}` }),
      }),
  ];
  return html`<div class="parties">${blocks.map((block) => block ?? '')}</div>`;
};
