/** Markup that may stand in a page as it is; anything else is escaped on its way in. */
export class Html {
  constructor(readonly markup: string) {}
}

type Piece = Html | string | number | undefined | false | readonly Piece[];

/** `html\`<p>${text}</p>\`` escapes every text; nothing a sender wrote becomes markup. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(
    strings.map((text, index) => text + (index < pieces.length ? render(pieces[index]) : '')).join(''),
  );

const render = (piece: Piece): string => {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === 'object') return piece.map(render).join('');
  return escapeText(String(piece));
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Marks that turn the direction of text around could make an amount read backwards: they are left out. */
const direction = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const escapeText = (text: string): string =>
  text.replaceAll(direction, '').replaceAll(/[&<>"'`]/g, (character) => escapes[character] ?? '');
