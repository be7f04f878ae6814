import type { AskedWord } from '@parvis/domain/directory/directory-question';

/** Lexemes that nobody can type: what narrows a search inside the text index. */
export const departmentLexeme = (number: string): string => quoted(`=dep${number}`);
export const kindLexeme = (kind: string): string => quoted(`=kind${kind}`);

/** The word as an entity bears it that has a service called so. */
export const offeredWord = (word: string): string => `=s${word}`;

/** A tsquery that all words satisfy, each in one of its readings. Words hold small letters and digits alone. */
export const allWords = (words: readonly AskedWord[], weight: 'A' | '' = ''): string =>
  words.map((word) => readingsOf(word, weight)).join(' & ');

export const anyOf = (words: readonly string[], { begins = false } = {}): string =>
  `(${words.map((word) => lexeme(word, begins ? ':*' : '')).join(' | ')})`;

/** Each word, or one that begins so. */
export const beginningWith = (words: readonly string[]): string =>
  words.map((word) => lexeme(word, ':*')).join(' & ');

const readingsOf = ({ readings, department, mayGoOn }: AskedWord, weight: 'A' | ''): string => {
  const suffix = `${mayGoOn ? '*' : ''}${weight}`;
  const alternatives = readings.map((reading) =>
    together(reading.map((word) => lexeme(word, suffix === '' ? '' : `:${suffix}`))),
  );
  const place = department === undefined || weight === 'A' ? [] : [departmentLexeme(department)];
  return `(${[...alternatives, ...place].join(' | ')})`;
};

const together = (lexemes: readonly string[]): string => `(${lexemes.join(' & ')})`;

const lexeme = (word: string, suffix: string): string => `${quoted(word)}${suffix}`;

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, ' ')}'`;
