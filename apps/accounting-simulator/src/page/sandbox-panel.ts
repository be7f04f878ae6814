import { deliveryFaults } from '../sandbox/delivery-faults.js';
import { scenarios } from '../sandbox/scenarios.js';
import { type Html, html } from './html.js';
import type { Reader } from './layout.js';

/** How to have every status and every fault without being the accountant. */
export const sandboxPanel = ({ words, language }: Reader, secondsPerStep: number): Html => {
  const text = words.sandbox;
  const row = ({
    ending,
    shown,
  }: {
    readonly ending?: string;
    readonly shown: Record<typeof language, string>;
  }) =>
    html`<tr><td class="whole">${ending ? html`<code>…-${ending}</code>` : text.others}</td><td>${shown[language]}</td></tr>`;
  const table = (caption: string, rows: readonly Parameters<typeof row>[0][]) =>
    html`<table><caption>${caption}</caption><thead><tr><th>${text.number}</th><th>${text.what}</th></tr></thead><tbody>${rows.map(row)}</tbody></table>`;
  return html`
<section class="panel" aria-labelledby="sandbox">
  <h2 id="sandbox">${text.title}</h2>
  <p class="hint">${text.intro}</p>
  <form method="post" action="/practice">
    <label class="field">${text.secondsPerStep}<input type="number" name="secondsPerStep" min="0" max="86400" step="any" value="${secondsPerStep}"></label>
    <div class="buttons"><button>${words.moods.apply}</button></div>
  </form>
  <details><summary>${text.numbers}</summary>${table(text.ends, scenarios)}${table(text.faults, deliveryFaults)}</details>
</section>`;
};
