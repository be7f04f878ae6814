import type { Invoice } from '../../invoice/invoice.js';
import { figures } from '../presence.js';
import { isUbl, type Judged, type Rule, type RuleContext, rule } from '../rule.js';
import { codes, textAt } from './fields.js';

/** BT-23 as the reform writes it. Chorus Pro's own (A1 to A25) are legal there and not here. */
const frameworks = codes('B1 S1 M1 B2 S2 M2 S3 B4 S4 M4 S5 S6 B7 S7 B8 S8 M8 B9 S9 M9');

const framework = ({ invoice, context }: Judged): string | undefined =>
  textAt(context, 'businessProcess', invoice.businessProcess);

const is = (set: ReadonlySet<string>, value: string | undefined): boolean => set.has(value ?? '');

const frameworkIsKnown = rule({
  id: 'BR-FR-08',
  terms: ['BT-23'],
  path: 'businessProcess',
  holds: (judged) => is(frameworks, framework(judged)),
  values: (judged) => figures({ found: framework(judged) }),
});

const consolidatedCreditNotes = codes('262');
const correctedInvoices = codes('384 471 472 473');
const creditNotes = codes('261 381 396 502 503');
const prepayments = codes('386 500 503');
const alreadyPaid = codes('B2 S2 M2');
const afterPrepayment = codes('B4 S4 M4');

/** UBL tells credit notes by their root: some rules look at one root alone. */
const isCreditNoteRoot = ({ syntax }: RuleContext): boolean => syntax !== 'ubl-invoice';
const isInvoiceRoot = ({ syntax }: RuleContext): boolean => syntax !== 'ubl-credit-note';

const consolidatedCreditNoteSaysItsContract = rule({
  id: 'BR-FR-CO-03',
  terms: ['BT-12', 'BT-73', 'BT-74'],
  speaks: isCreditNoteRoot,
  path: 'contractReference',
  holds: ({ invoice: { typeCode, contractReference, period } }) =>
    !is(consolidatedCreditNotes, typeCode) || Boolean(contractReference && period?.start && period.end),
});

const correctedInvoiceNamesOne = rule({
  id: 'BR-FR-CO-04',
  terms: ['BG-3', 'BT-25'],
  speaks: isInvoiceRoot,
  path: 'precedingInvoices',
  holds: ({ invoice: { typeCode, precedingInvoices } }) =>
    !is(correctedInvoices, typeCode) || precedingInvoices.length === 1,
  values: ({ invoice }) => ({ found: String(invoice.precedingInvoices.length) }),
});

const namesWhatItCorrects = ({ precedingInvoices }: Invoice): boolean =>
  precedingInvoices.some(({ number, issueDate }) => number !== undefined && issueDate !== undefined);

/** Each line that counts names its own; so does an invoice without lines. */
const linesNameWhatTheyCorrect = ({ invoice, context }: Judged): boolean => {
  const lines = context.evidence?.extension?.lines;
  if (!lines) return invoice.lines.length === 0;
  return lines
    .filter(({ subType = 'DETAIL' }) => subType === 'DETAIL')
    .every(({ precedingInvoices }) =>
      precedingInvoices.some(({ number, issueDate }) => number !== undefined && issueDate !== undefined),
    );
};

const creditNoteNamesItsInvoice = rule({
  id: 'BR-FR-CO-05',
  terms: ['BT-25', 'BT-26', 'BG-3'],
  speaks: isCreditNoteRoot,
  path: 'precedingInvoices',
  holds: (judged) =>
    !is(creditNotes, judged.invoice.typeCode) ||
    namesWhatItCorrects(judged.invoice) ||
    linesNameWhatTheyCorrect(judged),
});

const isDueInTime = (judged: Judged): boolean => {
  const { invoice, context } = judged;
  const due = textAt(context, 'dueDate', invoice.dueDate);
  const issued = textAt(context, 'issueDate', invoice.issueDate);
  if (!due || is(prepayments, invoice.typeCode) || is(alreadyPaid, framework(judged))) return true;
  // Without a date of issue CII cannot say that the invoice is due after it; UBL cannot say that it is not.
  if (issued === undefined) return isUbl(context);
  // As written where one of them is no day; days of the model are alike in both syntaxes.
  return invoice.dueDate && invoice.issueDate ? invoice.dueDate >= invoice.issueDate : due >= issued;
};

const dueDateFollowsIssueDate = rule({
  id: 'BR-FR-CO-07',
  terms: ['BT-9', 'BT-2'],
  // The published file (1.4.0.03) looks for the due date of a UBL credit note where it has none.
  speaks: isInvoiceRoot,
  path: 'dueDate',
  holds: isDueInTime,
  values: ({ invoice }) => figures({ found: invoice.dueDate, issued: invoice.issueDate }),
});

const noPrepaymentAfterPrepayment = rule({
  id: 'BR-FR-CO-08',
  terms: ['BT-23', 'BT-3'],
  path: 'businessProcess',
  holds: (judged) => !is(afterPrepayment, framework(judged)) || !is(prepayments, judged.invoice.typeCode),
  values: (judged) => figures({ found: framework(judged), type: judged.invoice.typeCode }),
});

/** Of an invoice already paid: what is paid is all, nothing is due, and the due date tells when. */
const paidInvoice = (term: string, path: string, holds: (invoice: Invoice) => boolean): Rule =>
  rule({
    id: 'BR-FR-CO-09',
    terms: [term, 'BT-23'],
    path,
    holds: (judged) => !is(alreadyPaid, framework(judged)) || holds(judged.invoice),
    values: (judged) => figures({ found: framework(judged) }),
  });

const noSubcontractorInvoice = rule({
  id: 'BR-FR-CPRO-24',
  terms: ['BT-23'],
  path: 'businessProcess',
  holds: ({ invoice }) => invoice.businessProcess?.trim() !== 'S5',
  values: ({ invoice }) => figures({ found: invoice.businessProcess }),
});

/** The framework (BT-23) and what follows from it and from the type of document. */
export const frameworkRules: readonly Rule[] = [
  frameworkIsKnown,
  consolidatedCreditNoteSaysItsContract,
  correctedInvoiceNamesOne,
  creditNoteNamesItsInvoice,
  dueDateFollowsIssueDate,
  noPrepaymentAfterPrepayment,
  paidInvoice(
    'BT-113',
    'totals.paid',
    ({ totals: { paid, taxInclusive } }) => paid !== undefined && taxInclusive?.equals(paid) === true,
  ),
  paidInvoice('BT-115', 'totals.due', ({ totals: { due } }) => due?.isZero() === true),
  paidInvoice('BT-9', 'dueDate', ({ dueDate }) => dueDate !== undefined),
  noSubcontractorInvoice,
];
