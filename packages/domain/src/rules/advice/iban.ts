import { remainderBy97 } from '../../directory/identifiers/check-digits.js';

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();

/** Whether a text is meant as an IBAN: country, two digits, then 11 to 30 letters and digits. Spaces do not count. */
export const isIbanByShape = (text: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(withoutSpaces(text));

/** Whether its check digits are right (ISO 13616, ISO 7064 MOD 97-10): the first four characters go last. */
export const isIban = (text: string): boolean => {
  const iban = withoutSpaces(text);
  return remainderBy97(iban.slice(4) + iban.slice(0, 4)) === 1;
};
