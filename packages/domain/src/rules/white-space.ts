const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;

/**
 * Without the white space of XML around it (space, tab, CR, LF), which is less than JavaScript's. Counted rather than sought
 * by a pattern: a million spaces inside a code would be read a million times over.
 */
export const bare = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
};
