import { codeList } from './code-list.js';

/** Means of payment (UN/EDIFACT directory, UNTDID 4461). 84 codes (EN 16931 artefacts 1.3.16, April 2026). */
export const paymentMeans = codeList(`
1 1|0123456789 2 2|0123456789 3 3|0123456789 4 4|0123456789 5 5|0123456789 6 6|0123456789 7 7|045678 |89
9|12345678 ZZZ
`);
