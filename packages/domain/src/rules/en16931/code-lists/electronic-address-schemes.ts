import { codeList } from './code-list.js';

/** Kinds of electronic addresses (European Commission's registry, EAS). 104 codes (EN 16931 artefacts 1.3.16, April 2026). */
export const electronicAddressSchemes = codeList(`
000|279 0037 0060 0088 009|67 0106 013|05 014|27 015|148 017|07 018|348 019|012345689 020|01234589
021|012356789 022|015 023|05 024|024568 991|034589 992|023456789 993|0123456789 994|0123456789 995|012379
A|NQSU EM
`);
