import type { MoodSettings } from '../moods/moods.js';
import { type Html, html } from './html.js';
import type { Reader } from './layout.js';

const switches = ['down', 'refusesSignIn', 'losesNextAnswer', 'repeatsChanges'] as const;

/** Where one makes the system behave badly. */
export const moodPanel = ({ words, written }: Reader, moods: MoodSettings): Html => {
  const text = words.moods;
  const active = [
    ...switches.filter((mood) => moods[mood]).map((mood) => html`<li>${text[mood]}</li>`),
    ...(moods.closedUntil ? [html`<li>${text.closedBy} ${written.day(moods.closedUntil)}</li>`] : []),
    ...(moods.lateSeconds > 0 ? [html`<li>${text.lateBy} ${moods.lateSeconds} s</li>`] : []),
  ];
  return html`
<section class="panel" aria-labelledby="moods">
  <h2 id="moods">${text.title}</h2>
  <p class="hint">${text.intro}</p>
  ${active.length > 0 ? html`<div class="alarm" role="status">${text.active}<ul>${active}</ul></div>` : html`<p class="calm" role="status">${text.calm}</p>`}
  <form method="post" action="/moods">
    ${switches.map((mood) => html`<label class="switch"><input type="checkbox" name="${mood}"${moods[mood] && html` checked`}> ${text[mood]}</label>`)}
    <label class="field">${text.lateSeconds}<input type="number" name="lateSeconds" min="0" max="120" step="1" value="${moods.lateSeconds}"></label>
    <label class="field">${text.closedUntil}<input type="date" name="closedUntil" value="${moods.closedUntil ?? ''}"></label>
    <div class="buttons">
      <button>${text.apply}</button>
      <button class="quiet" formaction="/moods/reset">${text.reset}</button>
    </div>
  </form>
</section>`;
};
