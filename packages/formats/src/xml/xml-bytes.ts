/** Bytes of UTF-8 text by what an XML scanner does with them. */
export const byte = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  bang: 0x21,
  doubleQuote: 0x22,
  hash: 0x23,
  ampersand: 0x26,
  singleQuote: 0x27,
  slash: 0x2f,
  colon: 0x3a,
  semicolon: 0x3b,
  lessThan: 0x3c,
  equals: 0x3d,
  greaterThan: 0x3e,
  question: 0x3f,
  closingBracket: 0x5d,
} as const;

const tableOf = (classOf: (code: number) => number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, code) => classOf(code));

const isIllegal = (code: number): boolean => code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;

/** What a byte of text asks for; `plain` is taken as it stands. */
export const meaning = { plain: 0, end: 1, change: 2, bracket: 3, wide: 4, suspect: 5, illegal: 6 } as const;

const meaningOf = (code: number, changed: readonly number[]): number => {
  if (isIllegal(code)) return meaning.illegal;
  if (changed.includes(code)) return meaning.change;
  if (code === 0xef) return meaning.suspect;
  return code >= 0x80 ? meaning.wide : meaning.plain;
};

/** In text: references and CR change it, `<` ends it, `]` may begin what must not stand in it. */
export const inText = tableOf((code) => {
  if (code === byte.lessThan) return meaning.end;
  if (code === byte.closingBracket) return meaning.bracket;
  return meaningOf(code, [byte.ampersand, byte.carriageReturn]);
});

/** In the value of an attribute: any white space but a space changes, `<` must not stand there. */
export const inValue = tableOf((code) =>
  code === byte.lessThan
    ? meaning.end
    : meaningOf(code, [byte.ampersand, byte.carriageReturn, byte.lineFeed, byte.tab]),
);

/** In CDATA, comments and instructions nothing ends or changes the text but CR. */
export const inRaw = tableOf((code) => meaningOf(code, [byte.carriageReturn]));

/** In names: 1 anywhere, 2 not at the start, 3 to be looked at whole. */
export const inName = tableOf((code) => {
  if (code >= 0x80) return 3;
  const character = String.fromCharCode(code);
  if (/[A-Za-z_:]/.test(character)) return 1;
  return /[-.0-9]/.test(character) ? 2 : 0;
});

export const isSpace = (code: number | undefined): boolean =>
  code === byte.space || code === byte.lineFeed || code === byte.carriageReturn || code === byte.tab;

/** U+FFFE and U+FFFF, written EF BF BE and EF BF BF, are no characters of XML. */
export const isNoCharacter = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe;
