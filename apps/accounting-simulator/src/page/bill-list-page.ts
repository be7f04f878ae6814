import type { Bill, BillState } from '../bills/bill.js';
import type { MoodSettings } from '../moods/moods.js';
import { type Html, html } from './html.js';
import { layout, type Reader, stateChip } from './layout.js';
import { moodPanel } from './mood-panel.js';
import { sandboxPanel } from './sandbox-panel.js';

/** Enough to work with; a page of thousands would help nobody. */
const MOST_SHOWN = 200;

interface BillList {
  readonly bills: readonly Bill[];
  readonly counts: ReadonlyMap<BillState, number>;
  readonly state: BillState | undefined;
  readonly moods: MoodSettings;
  /** Of the practising accountant. */
  readonly secondsPerStep: number;
}

export const billListPage = (reader: Reader, list: BillList): string =>
  layout(
    reader,
    reader.words.bills,
    html`
<div class="columns">
  <section aria-labelledby="bills">
    <h1 id="bills">${reader.words.bills}</h1>
    <p class="hint">${reader.words.promise}</p>
    ${stateFilter(reader, list)}
    ${list.bills.length === 0 ? emptyList(reader, list) : billTable(reader, list.bills.slice(0, MOST_SHOWN))}
    ${list.bills.length > MOST_SHOWN && html`<p class="hint">${reader.words.onlyNewest}</p>`}
  </section>
  <div>${moodPanel(reader, list.moods)}${sandboxPanel(reader, list.secondsPerStep)}</div>
</div>`,
  );

const stateFilter = ({ words }: Reader, { counts, state }: BillList): Html => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const tab = (href: string, label: string, count: number, current: boolean) =>
    html`<li><a href="${href}"${current && html` aria-current="page"`}>${label} <b>${count}</b></a></li>`;
  const states = Object.keys(words.states) as BillState[];
  return html`<nav aria-label="${words.state}"><ul class="tabs">${tab('/', words.all, total, !state)}${states
    .filter((name) => counts.has(name) || name === state)
    .map((name) =>
      tab(`/?state=${name}`, words.states[name], counts.get(name) ?? 0, name === state),
    )}</ul></nav>`;
};

const emptyList = ({ words }: Reader, { state }: BillList): Html =>
  html`<p class="empty">${state ? words.noneInState : words.none}</p>`;

const billTable = (reader: Reader, bills: readonly Bill[]): Html => {
  const { words } = reader;
  return html`
<table class="bills">
  <thead><tr><th>${words.supplier}</th><th>${words.reference}</th><th>${words.state}</th><th>${words.due}</th><th class="figure">${words.amount}</th></tr></thead>
  <tbody>${bills.map((bill) => billRow(reader, bill))}</tbody>
</table>`;
};

const billRow = (reader: Reader, bill: Bill): Html => {
  const { words, written } = reader;
  return html`<tr>
  <td class="who"><a href="/bills/${bill.id}">${bill.supplier.name}</a>${bill.kind === 'credit-note' && html` <span class="hint">${words.creditNote}</span>`}</td>
  <td data-label="${words.reference}" class="whole">${bill.reference}</td>
  <td data-label="${words.state}">${stateChip(reader, bill.state)}</td>
  <td data-label="${words.due}" class="whole">${bill.dueDate ? written.day(bill.dueDate) : '–'}</td>
  <td data-label="${words.amount}" class="figure">${written.money(bill.totals.gross)}</td>
</tr>`;
};
