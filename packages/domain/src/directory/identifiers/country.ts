import { countriesOfUbl } from '../../rules/en16931/code-lists/countries.js';

/** Codes of VAT identifiers that stand in the same list without being countries of ISO 3166-1. */
const onlyForVat: ReadonlySet<string> = new Set(['1A', 'XI']);

/** Whether a text is a country of ISO 3166-1 alpha-2, in capitals. */
export const isCountry = (code: string): boolean => countriesOfUbl.has(code) && !onlyForVat.has(code);

/** All of them, in the order of their codes. */
export const countryCodes = (): string[] => countriesOfUbl.codes().filter(isCountry).toSorted();
