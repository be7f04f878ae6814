import { codeList } from './code-list.js';

/** VAT categories: the part of UNTDID 5305 that EN 16931 takes. 10 codes (EN 16931 artefacts 1.3.16, April 2026). */
export const vatCategoryCodes = codeList(`
AE B E G K L M O S Z
`);
