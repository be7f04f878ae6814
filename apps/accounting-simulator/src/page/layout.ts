import { type Html, html } from './html.js';
import type { Language, Words } from './words.js';
import type { Written } from './written.js';

/** What every part of a page needs: whose language, which words, how figures are written. */
export interface Reader {
  readonly language: Language;
  readonly words: Words;
  readonly written: Written;
  /** The address of the page, for coming back to it in the other language. */
  readonly here: string;
}

export const layout = ({ language, words, here }: Reader, title: string, content: Html): string => {
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.product}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
  <div class="wide">
    <a class="brand" href="/"><span class="mark" aria-hidden="true">€</span>${words.product}</a>
    <a class="language" href="/language/${other}?to=${encodeURIComponent(here)}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
  </div>
</header>
<main id="content" class="wide" tabindex="-1">${content}</main>
</body>
</html>`.text;
};

/** The state of a bill: a word, with a colour that only helps. */
export const stateChip = ({ words }: Reader, state: keyof Words['states']): Html =>
  html`<span class="chip chip-${state}">${words.states[state]}</span>`;
