import { codeList } from './code-list.js';

/** When VAT falls due, in UBL and in our model: invoice date, delivery date, payment date (part of UNTDID 2005). */
export const vatPointDates = codeList('3 35 432');

/** The same days in CII, in the same order (part of UNTDID 2475). */
export const vatPointDatesOfCii = codeList('5 29 72');
