import { byte, isSpace } from './xml-bytes.js';
import type { XmlSource } from './xml-source.js';

const entities: Readonly<Record<string, number>> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 };

/** Longest reference anybody writes, zeros in front included. */
const longest = 40;

/**
 * Text with its references resolved and its line ends made LF (XML 1.0, 2.11 and 4.1); in the value of an attribute
 * white space becomes spaces (3.3.3). Written into bytes first: a text of a million references stays small.
 */
export const resolveText = (
  source: XmlSource,
  start: number,
  end: number,
  how: 'text' | 'value' | 'raw',
): string => {
  const { bytes } = source;
  const resolved = Buffer.allocUnsafe(end - start);
  let length = 0;
  let at = start;
  while (at < end) {
    const code = bytes[at] ?? 0;
    if (code === byte.ampersand && how !== 'raw') {
      const close = bytes.subarray(at, Math.min(end, at + longest)).indexOf(byte.semicolon) + at;
      if (close < at) source.malformed('reference', at);
      length += resolved.write(String.fromCodePoint(referred(source, at, close)), length);
      at = close + 1;
    } else {
      if (code === byte.carriageReturn && bytes[at + 1] === byte.lineFeed) at++;
      resolved[length++] = isSpace(code) ? spaceOf(code, how) : code;
      at++;
    }
  }
  return resolved.toString('utf8', 0, length);
};

const spaceOf = (code: number, how: 'text' | 'value' | 'raw'): number => {
  if (how === 'value') return byte.space;
  return code === byte.carriageReturn ? byte.lineFeed : code;
};

const referred = (source: XmlSource, at: number, close: number): number => {
  const written = source.cut(at + 1, close);
  const named = Object.hasOwn(entities, written) ? entities[written] : undefined;
  if (named !== undefined) return named;
  const digits = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(written);
  const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16) : -1;
  return isCharacter(code) ? code : source.malformed('reference', at, `&${written};`);
};

const isCharacter = (code: number): boolean =>
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);
