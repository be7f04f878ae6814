/** Texts as the PES takes them: ISO 8859-1, cut to a length, and left out where they would say nothing. */

const plainer: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′`´]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/…/g, '...'],
  [/€/g, 'EUR'],
  [/œ/g, 'oe'],
  [/Œ/g, 'OE'],
  [/ß/g, 'ss'],
  [/ł/g, 'l'],
  [/Ł/g, 'L'],
  [/đ/g, 'd'],
  [/Đ/g, 'D'],
  [/ı/g, 'i'],
  [/[•·]/g, '-'],
  [/×/g, 'x'],
];

const isLatin = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code > 0xa0 && code <= 0xff);
};

/** Letters outside Latin-1 lose their accents; what has no plainer form goes. */
export const latin = (text: string): string => {
  const plain = plainer.reduce((current, [sign, instead]) => current.replaceAll(sign, instead), text);
  return [...plain.normalize('NFC')]
    .map((sign) => (isLatin(sign) ? sign : withoutMarks(sign)))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
};

const withoutMarks = (sign: string): string =>
  /\s/u.test(sign) ? ' ' : [...sign.normalize('NFKD')].filter(isLatin).join('');

/** Never empty, never zeros only, never « nc », a dot or a space: undefined then, and the element is left out. */
export const latinText = (text: string | undefined, longest: number): string | undefined => {
  const cut = latin(text ?? '')
    .slice(0, longest)
    .trim();
  return /[^0]/.test(cut) && cut !== 'nc' && cut !== '.' ? cut : undefined;
};

/** Letters and digits only. */
export const alphanumeric = (text: string, longest: number): string | undefined =>
  latinText(
    latin(text)
      .normalize('NFKD')
      .replaceAll(/[^0-9a-zA-Z]/g, ''),
    longest,
  );
