import { departmentNames, findDepartment } from './departments.js';
import { abbreviations, alsoCalled, emptyWords } from './name-words.js';
import { plainWords } from './plain-words.js';
import { searchWords } from './search-words.js';

/** What people typed into the search of the directory, understood. */
export type DirectoryQuestion =
  | { readonly kind: 'nothing' }
  /** The beginning of a SIRET or SIREN; five digits may be a post code as well. */
  | { readonly kind: 'identifier'; readonly digits: string }
  | QuestionInWords;

export interface QuestionInWords {
  readonly kind: 'words';
  /** The whole as a name is kept (`searchWords`). */
  readonly name: string;
  /** All of them must be found, each in one of its readings. */
  readonly words: readonly AskedWord[];
}

/** One word of the question. Each reading is a list of words that stand together for it. */
export interface AskedWord {
  readonly asTyped: string;
  readonly readings: readonly (readonly string[])[];
  /** Set where the word can be the number or the name of a department. */
  readonly department?: string;
  /** It may be the beginning of a word: the last one, still being typed. */
  readonly mayGoOn: boolean;
}

/** More words tell nothing more. */
const MOST_WORDS = 8;
const LONGEST_WORD = 40;
/** A shorter beginning would stand for half of the directory. */
const SHORTEST_BEGINNING = 2;

export const readDirectoryQuestion = (text: string): DirectoryQuestion => {
  const digits = text.replaceAll(/[\s.\u00A0\u202F-]/g, '');
  if (/^\d{4,14}$/.test(digits)) return { kind: 'identifier', digits };
  const plain = plainWords(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS * 2)
    .map((word) => word.slice(0, LONGEST_WORD));
  if (plain.length === 0) return { kind: 'nothing' };
  const telling = plain.filter((word) => !emptyWords.has(word));
  const asked = joinDepartments(telling.length > 0 ? telling : plain).slice(0, MOST_WORDS);
  const goesOn = !/[\s\p{P}]$/u.test(text);
  return {
    kind: 'words',
    name: searchWords(plain.join(' ')),
    words: asked.map((word, index) => askedWord(word, goesOn && index === asked.length - 1)),
  };
};

/** Names of departments of several words become one word of the question: « seine maritime ». */
const joinDepartments = (words: readonly string[]): string[] => {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    const size = [4, 3, 2].find((count) => namesDepartment(words.slice(at, at + count), count)) ?? 1;
    joined.push(words.slice(at, at + size).join(' '));
    at += size;
  }
  return joined;
};

const namesDepartment = (words: readonly string[], count: number): boolean =>
  words.length === count && tellingNames.has(words.join(' '));

/** Their names as a question has them, without the words that tell nothing: « loir cher ». */
const tellingNames: ReadonlyMap<string, string> = new Map(
  Object.entries(departmentNames).map(([number, name]) => [
    plainWords(name)
      .split(' ')
      .filter((word) => !emptyWords.has(word))
      .join(' '),
    number,
  ]),
);

const askedWord = (word: string, last: boolean): AskedWord => {
  const full = abbreviations[word] ?? alsoCalled[word];
  const department = tellingNames.get(word) ?? findDepartment(word);
  return {
    asTyped: word,
    readings: [word.split(' '), ...(full === undefined ? [] : [full.split(' ')])],
    ...(department === undefined ? {} : { department }),
    mayGoOn: last && word.length >= SHORTEST_BEGINNING && !/^\d+$/.test(word),
  };
};

/** The question with other words in the place of its own, whole words all of them. */
export const askedInstead = (words: readonly string[]): QuestionInWords => ({
  kind: 'words',
  name: searchWords(words.join(' ')),
  words: words.map((word) => askedWord(word, false)),
});
