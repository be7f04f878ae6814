import { codeList } from './code-list.js';

/** Reasons of allowances: the part of UNTDID 5189 that EN 16931 takes. 19 codes (EN 16931 artefacts 1.3.16, April 2026). */
export const allowanceReasons = codeList(`
41 42 60 62 63 64 65 66 67 68 70 71 88 95 100 102 103 104 105
`);
