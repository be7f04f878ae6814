import type { AskedWord } from '@parvis/domain/directory/directory-question';
import { editDistance, forgivenSlips } from '@parvis/domain/directory/edit-distance';
import { emptyWords } from '@parvis/domain/directory/name-words';
import type { DataSource } from 'typeorm';

const MOST_READINGS = 6;

/** What may have been meant: the words of the directory that differ from those typed by a slip or two. */
export interface Respelled {
  /** The likeliest: each word as it is, or the one closest to it. */
  readonly likeliest: readonly string[];
  /** No other spelling is as close. */
  readonly onlyOne: boolean;
  /** Each word with those that are as close as any other, then with all that are close. */
  readonly close: readonly AskedWord[];
  readonly wide: readonly AskedWord[];
}

export const respell = async (dataSource: DataSource, typed: readonly AskedWord[]): Promise<Respelled> => {
  const telling = typed.filter(({ asTyped }) => !isAlmostEmpty(asTyped));
  const words = telling.length > 0 ? telling : typed;
  const doubtful = words.map(({ asTyped }) => asTyped).filter(isDoubtful);
  const rows = doubtful.length === 0 ? [] : await likeWords(dataSource, doubtful);
  const spellings = words.map((word) => ({ word, like: likeTo(word.asTyped, rows) }));
  return {
    onlyOne: spellings.every(
      ({ like: [first, second] }) => first === undefined || first.slips !== second?.slips,
    ),
    likeliest: spellings.map(({ word, like }) => like[0]?.word ?? word.asTyped),
    close: spellings.map(({ word, like }) =>
      alsoAs(
        word,
        like.filter(({ slips }) => slips === like[0]?.slips),
      ),
    ),
    wide: spellings.map(({ word, like }) => alsoAs(word, like)),
  };
};

const alsoAs = (word: AskedWord, like: readonly Spelling[]): AskedWord => ({
  ...word,
  readings: [...word.readings, ...like.slice(0, MOST_READINGS).map((spelling) => [spelling.word])],
});

/** « Commun de Valmont »: a slip in a word that tells nothing. */
const isAlmostEmpty = (word: string): boolean =>
  [...emptyWords].some((empty) => empty.length > 4 && editDistance(word, empty) === 1);

interface Spelling {
  readonly word: string;
  readonly slips: number;
}

interface LikeWord {
  readonly asked: string;
  readonly word: string;
}

/** Numbers are not mistyped words, and short words are soon another word. */
const isDoubtful = (word: string): boolean => forgivenSlips(word.length) > 0 && /^[a-z]+$/.test(word);

const likeWords = (dataSource: DataSource, words: readonly string[]): Promise<LikeWord[]> =>
  dataSource.query(
    `SELECT asked, word FROM unnest($1::text[], $2::real[]) AS asked (asked, likeness)
     CROSS JOIN LATERAL directory_words_like(asked, likeness) AS word`,
    [words, words.map(({ length }) => leastLikeness(length))],
  );

/**
 * The share of trigrams that two words have in common when every slip forgiven is two letters swapped, which breaks four
 * of them: 0.27 for thirteen letters, and no less than 0.2, which half of all words would be.
 */
const leastLikeness = (length: number): number => {
  const trigrams = length + 1;
  const broken = 4 * forgivenSlips(length);
  return Math.max(0.2, (trigrams - broken) / (trigrams + broken));
};

/** Fewest slips first; a word that the directory holds as typed is its own best spelling. */
const likeTo = (asked: string, rows: readonly LikeWord[]): Spelling[] =>
  rows
    .filter((row) => row.asked === asked)
    .map(({ word }) => ({ word, slips: editDistance(asked, word) }))
    .filter(({ slips }) => slips <= forgivenSlips(asked.length))
    .sort((one, other) => one.slips - other.slips);
