import type { PaymentInstruction } from '../../invoice/invoice.js';
import { eachPayment } from '../places.js';
import { exists, figures, hasText } from '../presence.js';
import { isCii, isUbl, type Judged, type Rule, rule, ruleOfEach } from '../rule.js';
import { bare } from '../white-space.js';
import { besides, paymentsElsewhere, periodsElsewhere } from './elsewhere.js';
import { endsAfterStart, isFilled } from './periods.js';

const periodEndsAfterStart = rule({
  id: 'BR-29',
  terms: ['BT-74', 'BT-73'],
  path: 'period.end',
  holds: (judged) => !judged.invoice.period || endsAfterStart(judged.invoice.period, judged, 'period'),
  values: ({ invoice: { period } }) => figures({ found: period?.end, start: period?.start }),
});

const periodIsFilled = rule({
  id: 'BR-CO-19',
  terms: ['BG-14', 'BT-73', 'BT-74'],
  path: 'period',
  // In UBL the VAT point date code (BT-8) stands in the same element and is enough to fill it.
  holds: ({ invoice: { period, vatPointDateCode }, context, file }) =>
    !period || isFilled(period, file, 'period') || (isUbl(context) && exists(vatPointDateCode)),
});

const periodElsewhereEndsAfterStart = ruleOfEach({
  id: 'BR-29',
  terms: ['BT-74', 'BT-73'],
  each: (_, judged) => periodsElsewhere(judged),
  path: '',
  holds: ({ start, end }) => !start || !end || end >= start,
});

const periodElsewhereIsFilled = ruleOfEach({
  id: 'BR-CO-19',
  terms: ['BG-14', 'BT-73', 'BT-74'],
  each: (_, judged) => periodsElsewhere(judged),
  path: '',
  holds: ({ start, end, code }) => exists(start) || exists(end) || exists(code),
});

const meansCode = ruleOfEach({
  id: 'BR-49',
  terms: ['BT-81', 'BG-16'],
  each: (invoice, judged) => besides(eachPayment(invoice), paymentsElsewhere(judged)),
  path: 'meansCode',
  holds: ({ meansCode: code }) => exists(code),
});

/** Credit transfer and SEPA credit transfer (UNTDID 4461). */
const isCreditTransfer = (code = ''): boolean => code === '30' || code === '58';

/** Here white space around the code makes it another. */
const isWrittenCreditTransfer = (
  { meansCode: code }: PaymentInstruction,
  { file }: Judged,
  path: string,
): boolean => isCreditTransfer(file.text(`${path}.meansCode`, code));

/** In CII the bank stands beside the account: told alone, there is no account to ask an identifier of. */
const accountOf = (
  { creditTransfer }: PaymentInstruction,
  { context, file }: Judged,
  path: string,
): PaymentInstruction['creditTransfer'] => {
  if (isUbl(context) || file.isNone || exists(creditTransfer?.account)) return creditTransfer;
  return file.isHollow(`${path}.creditTransfer.account`) ? creditTransfer : undefined;
};

const accountHasText = ruleOfEach({
  id: 'BR-50',
  terms: ['BT-84', 'BG-17'],
  each: eachPayment,
  path: 'creditTransfer.account',
  holds: (payment, judged, path) => {
    if (!isWrittenCreditTransfer(payment, judged, path)) return true;
    const account = accountOf(payment, judged, path);
    return !account || hasText(account.account);
  },
});

const accountExists = ruleOfEach({
  id: 'BR-61',
  terms: ['BT-84', 'BT-81', 'BG-17'],
  each: eachPayment,
  path: 'creditTransfer.account',
  holds: (payment, judged, path) => {
    const isOne = isUbl(judged.context)
      ? isCreditTransfer(payment.meansCode)
      : isWrittenCreditTransfer(payment, judged, path);
    if (!isOne) return true;
    const account = accountOf(payment, judged, path);
    return account ? exists(account.account) : isCii(judged.context);
  },
  values: ({ meansCode: code }) => figures({ means: code }),
});

const MAXIMUM_CARD_DIGITS = 10;

const cardNumberIsCut = ruleOfEach({
  id: 'BR-51',
  severity: (context) => (isUbl(context) ? 'warning' : 'fatal'),
  terms: ['BT-87', 'BG-18'],
  each: eachPayment,
  path: 'card.lastDigits',
  holds: ({ card }) => bare(card?.lastDigits ?? '').length <= MAXIMUM_CARD_DIGITS,
});

/** The period invoiced and how to pay. */
export const paymentRules: readonly Rule[] = [
  periodEndsAfterStart,
  periodElsewhereEndsAfterStart,
  meansCode,
  accountHasText,
  cardNumberIsCut,
  accountExists,
  periodIsFilled,
  periodElsewhereIsFilled,
];
