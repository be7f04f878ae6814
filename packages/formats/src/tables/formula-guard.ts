/**
 * A text that a spreadsheet would take for a formula when it opens a CSV file (OWASP, CSV injection), in the wide letters of
 * Asian keyboards too. Apostrophes before it are ours or look like ours.
 */
const looksLikeFormula = /^'*[=+\-@\t\r＝＋－＠]/;

/** Written so that it stays a text: spreadsheets hide the apostrophe, and `unguarded` takes it away again. */
export const guarded = (text: string): string => (looksLikeFormula.test(text) ? `'${text}` : text);

export const unguarded = (text: string): string =>
  text.startsWith("'") && looksLikeFormula.test(text.slice(1)) ? text.slice(1) : text;
