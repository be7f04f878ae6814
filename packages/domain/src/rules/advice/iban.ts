const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();

/** Whether a text is meant as an IBAN: country, two digits, then 11 to 30 letters and digits. Spaces do not count. */
export const isIbanByShape = (text: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(withoutSpaces(text));

/** Whether its check digits are right (ISO 13616, ISO 7064 MOD 97-10): the first four characters go last, A is 10. */
export const isIban = (text: string): boolean => {
  const iban = withoutSpaces(text);
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};
