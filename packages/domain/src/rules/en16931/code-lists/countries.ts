import { codeList, joined } from './code-list.js';

/** Countries (ISO 3166-1 alpha-2) with 1A for Kosovo and XI for Northern Ireland (EN 16931 artefacts 1.3.16, April 2026): 250 codes in both syntaxes. */
const countries = codeList(`
1A A|DEFGILMOQRSTUWXZ B|ABDEFGHIJLMNOQRSTVWYZ C|ACDFGHIKLMNORUVWXYZ D|EJKMOZ E|CEGHRST F|IJKMOR
G|ABDEFGHILMNPQRSTUWY H|KMNRTU I|DELMNOQRST J|EMOP K|EGHIMNPRWYZ L|ABCIKRSTUVY M|ACDEFGHKLMNOPQRSTUVWXYZ
N|ACEFGILOPRUZ OM P|AEFGHKLMNRSTWY QA R|EOSUW S|ABCDEGHIJKLMNORTVXYZ T|CDFGHJKLMNORTVWZ U|AGMSYZ V|ACEGINU
W|FS XI Y|ET Z|AMW
`);

/** With South Sudan. */
export const countriesOfUbl = joined(countries, codeList('SS'));

/** With the Netherlands Antilles, which are no more. */
export const countriesOfCii = joined(countries, codeList('AN'));
