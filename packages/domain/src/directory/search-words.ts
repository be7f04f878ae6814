import { abbreviations, emptyWords } from './name-words.js';
import { plainWords } from './plain-words.js';

/**
 * The words under which a name is kept and looked for: plain, abbreviations in full, without the words that tell nothing.
 * A name of nothing but such words keeps them.
 */
export const searchWords = (text: string): string => {
  const plain = plainWords(text).split(' ');
  const telling = plain.filter((word) => !emptyWords.has(word));
  return (telling.length > 0 ? telling : plain).map((word) => abbreviations[word] ?? word).join(' ');
};
