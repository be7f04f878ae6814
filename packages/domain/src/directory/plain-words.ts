/** Letters that Unicode does not take apart, as people type them. */
const letters: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'oe',
  æ: 'ae',
  Æ: 'ae',
  ß: 'ss',
  ẞ: 'ss',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
};

/**
 * Small Latin letters and digits, a space between words: how people type names into a search, whatever the accents,
 * ligatures, hyphens and apostrophes. The database function `plain_words` says the same of the names of services; a test
 * holds the two together.
 */
export const plainWords = (text: string): string =>
  text
    .replaceAll(/[œŒæÆßẞøØłŁđĐ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
