import { eachLine, eachPrecedingInvoice } from '../places.js';
import { isCii, isUbl, type Judged, type Rule, type RuleContext } from '../rule.js';
import { atMost, codes, type Field, field, fieldOfEach, normalised, textRule } from './fields.js';

const invoiceNumber = field('BT-1', 'number', ({ number }) => number);
const precedingNumbers = fieldOfEach(
  'BT-25',
  'precedingInvoices',
  eachPrecedingInvoice,
  'number',
  ({ number }) => number,
);

export const numberFields: readonly Field[] = [invoiceNumber, precedingNumbers];

/** Letters, digits and `+ _ / -`, and not one space, not even at an end. */
export const isNumber = (text: string): boolean =>
  !text.includes(' ') && /^[A-Za-z0-9+_/-]+$/.test(normalised(text));

const withoutForeignSigns = (text: string): { from: string; to: string } | undefined => {
  const to = text.trim();
  return to !== text && isNumber(to) ? { from: text, to } : undefined;
};

const dates: readonly Field[] = [
  field('BT-2', 'issueDate', ({ issueDate }) => issueDate),
  field('BT-7', 'vatPointDate', ({ vatPointDate }) => vatPointDate),
  fieldOfEach('BT-26', 'precedingInvoices', eachPrecedingInvoice, 'issueDate', ({ issueDate }) => issueDate),
  field('BT-72', 'delivery.date', ({ delivery }) => delivery?.date),
  field('BT-73', 'period.start', ({ period }) => period?.start),
  field('BT-74', 'period.end', ({ period }) => period?.end),
  fieldOfEach('BT-134', 'lines', eachLine, 'period.start', ({ period }) => period?.start),
  fieldOfEach('BT-135', 'lines', eachLine, 'period.end', ({ period }) => period?.end),
];

/** The published file looks for the due date of a UBL credit note where it has none. */
const dueDate: readonly Field[] = [field('BT-9', 'dueDate', (invoice) => invoice.dueDate)];

const isNoUblCreditNote = ({ syntax }: RuleContext): boolean => syntax !== 'ubl-credit-note';

/** What stands after the day (a time, a zone) does not count. The model writes days as UBL does, whatever the file. */
export const isDayOfThisCentury = (text: string, { context }: Pick<Judged, 'context'>): boolean => {
  const written = isCii(context) ? /^(20\d\d)(\d\d)(\d\d)/.exec(text) : undefined;
  const [, year = '', month = '', day = ''] = written ?? /^(20\d\d)-(\d\d)-(\d\d)/.exec(text) ?? [];
  const last = lastDays[Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= (month === '02' && isLeap(Number(year)) ? 29 : last);
};

/** Of each month. */
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Of the years 2000 to 2099. */
const isLeap = (year: number): boolean => year % 4 === 0;

/** Of UNTDID 1001: what French invoices and credit notes are. */
export const documentTypes = codes('380 389 393 501 386 500 384 471 472 473 261 262 381 396 502 503');

/** Invoices that the buyer writes in the seller's name. */
export const selfBilledTypes = codes('389 501 500 471 473 261 502');

/** Number, dates and type of the document. */
export const numberAndDateRules: readonly Rule[] = [
  ...atMost('BR-FR-01', 35, numberFields),
  ...textRule({ id: 'BR-FR-02', fields: numberFields, holds: isNumber, patch: withoutForeignSigns }),
  ...textRule({ id: 'BR-FR-03', fields: dates, holds: isDayOfThisCentury }),
  ...textRule({
    id: 'BR-FR-03',
    fields: dueDate,
    speaks: isNoUblCreditNote,
    holds: isDayOfThisCentury,
  }),
  ...textRule({
    id: 'BR-FR-04',
    fields: [field('BT-3', 'typeCode', ({ typeCode }) => typeCode)],
    holds: (code) => documentTypes.has(code),
  }),
];

/** In UBL the published rule on the length of numbers tests their characters as well, beside BR-FR-02. */
export const numberQuirks: readonly Rule[] = textRule({
  id: 'BR-FR-01',
  fields: numberFields,
  speaks: isUbl,
  holds: isNumber,
});
