import type { Bill } from '../bills/bill.js';
import { type Act, type ActRefusal, needsReason, openActs } from '../bills/bill-acts.js';
import { type Html, html } from './html.js';
import { layout, type Reader, stateChip } from './layout.js';

export const billPage = (reader: Reader, bill: Bill, refusal?: ActRefusal): string => {
  const { words } = reader;
  const kind = bill.kind === 'credit-note' ? `${words.creditNote} ` : '';
  return layout(
    reader,
    `${kind}${bill.reference}`,
    html`
<p><a href="/">← ${words.back}</a></p>
<div class="title">
  <h1>${kind}${bill.reference}<span>${bill.supplier.name}</span></h1>
  ${stateChip(reader, bill.state)}
</div>
${refusal && html`<p class="alarm" role="alert">${words.refusals[refusal]}</p>`}
<div class="columns bill">
  <div>
    ${facts(reader, bill)}
    ${lines(reader, bill)}
    ${files(reader, bill)}
  </div>
  <div>
    ${actions(reader, bill)}
    ${history(reader, bill)}
  </div>
</div>`,
  );
};

const facts = ({ words, written }: Reader, bill: Bill): Html => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.number, bill.number],
    [
      words.supplier,
      `${bill.supplier.name} (${/^\d/.test(bill.supplier.siret) ? 'SIRET ' : ''}${bill.supplier.siret})`,
    ],
    [words.issued, written.day(bill.issueDate)],
    [words.due, bill.dueDate && written.day(bill.dueDate)],
    [words.service, bill.serviceCode],
    [words.engagement, bill.engagementNumber],
  ];
  return html`<dl class="facts">${rows
    .filter(([, value]) => value)
    .map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
};

const lines = ({ words, written }: Reader, { lines: rows, vat, totals }: Bill): Html => html`
<section aria-labelledby="lines">
<h2 id="lines">${words.lines}</h2>
<table class="lines">
  <thead><tr><th>${words.label}</th><th class="figure">${words.quantity}</th><th class="figure">${words.unitPrice}</th><th class="figure">${words.vat}</th><th class="figure">${words.net}</th></tr></thead>
  <tbody>${rows.map(
    (line) => html`<tr>
    <td class="who">${line.label}</td>
    <td class="figure" data-label="${words.quantity}">${written.number(line.quantity)}</td>
    <td class="figure" data-label="${words.unitPrice}">${written.price(line.unitPrice)}</td>
    <td class="figure" data-label="${words.vat}">${line.vatRate ? written.rate(line.vatRate) : '–'}</td>
    <td class="figure" data-label="${words.net}">${written.money(line.net)}</td></tr>`,
  )}</tbody>
</table>
<dl class="totals">
  <div><dt>${words.net}</dt><dd>${written.money(totals.net)}</dd></div>
  ${vat.map(({ rate, amount }) => html`<div><dt>${words.vat} ${written.rate(rate)}</dt><dd>${written.money(amount)}</dd></div>`)}
  <div class="sum"><dt>${words.gross}</dt><dd>${written.money(totals.gross)}</dd></div>
</dl>
</section>`;

const files = ({ words, written }: Reader, bill: Bill): Html => html`
<section aria-labelledby="files">
<h2 id="files">${words.files}</h2>
${
  bill.files.length === 0
    ? html`<p class="hint">${words.noFile}</p>`
    : html`<ul class="files">${bill.files.map(
        ({ id, name, size }) =>
          html`<li><a href="/bills/${bill.id}/files/${id}" download>${name}</a> <span class="hint">${written.size(size)}</span></li>`,
      )}</ul>`
}
</section>`;

const actions = ({ words }: Reader, bill: Bill): Html => {
  const open = openActs(bill);
  return html`
<section class="panel" aria-labelledby="actions">
<h2 id="actions">${words.actions}</h2>
${open.length === 0 && html`<p class="hint">${words.noAction}</p>`}
${open.filter((act) => !needsReason(act)).map((act, index) => plainAct(words, bill, act, index === 0))}
${open.filter(needsReason).map((act) => actWithReason(words, bill, act))}
</section>`;
};

const plainAct = (words: Reader['words'], { id }: Bill, act: Act, isFirst: boolean): Html =>
  html`<form method="post" action="/bills/${id}/acts"><input type="hidden" name="act" value="${act}"><button${!isFirst && html` class="quiet"`}>${words.acts[act]}</button></form>`;

const actWithReason = (words: Reader['words'], { id }: Bill, act: Act): Html => html`
<details><summary>${words.acts[act]}…</summary>
<form method="post" action="/bills/${id}/acts">
  <input type="hidden" name="act" value="${act}">
  <label class="field" for="reason-${act}">${words.reason}</label>
  <p class="hint" id="hint-${act}">${words.reasonHint}</p>
  <textarea id="reason-${act}" name="reason" rows="2" maxlength="255" required aria-describedby="hint-${act}"></textarea>
  <button class="danger">${words.acts[act]}</button>
</form></details>`;

const history = ({ words, written }: Reader, bill: Bill): Html => html`
<section class="panel" aria-labelledby="history">
<h2 id="history">${words.history}</h2>
<ol class="history">${bill.history
  .toReversed()
  .map(
    ({ word, at, reason }) =>
      html`<li><b>${words.events[word]}</b> <time datetime="${at}">${written.instant(at)}</time>${reason && html`<q>${reason}</q>`}</li>`,
  )}</ol>
</section>`;
