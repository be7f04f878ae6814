import type { PaymentInstruction } from '../../invoice/invoice.js';
import { eachPayment } from '../places.js';
import { exists, figures, hasText } from '../presence.js';
import { isCii, isUbl, type Rule, rule, ruleOfEach } from '../rule.js';

const periodEndsAfterStart = rule({
  id: 'BR-29',
  terms: ['BT-74', 'BT-73'],
  path: 'period.end',
  holds: ({ invoice: { period } }) => !period?.start || !period.end || period.end >= period.start,
  values: ({ invoice: { period } }) => figures({ found: period?.end, start: period?.start }),
});

const periodIsFilled = rule({
  id: 'BR-CO-19',
  terms: ['BG-14', 'BT-73', 'BT-74'],
  path: 'period',
  // In UBL the VAT point date code (BT-8) stands in the same element and is enough to fill it.
  holds: ({ invoice: { period, vatPointDateCode }, context }) =>
    !period || exists(period.start) || exists(period.end) || (isUbl(context) && exists(vatPointDateCode)),
});

const meansCode = ruleOfEach({
  id: 'BR-49',
  terms: ['BT-81', 'BG-16'],
  each: eachPayment,
  path: 'meansCode',
  holds: ({ meansCode: code }) => exists(code),
});

/** Credit transfer and SEPA credit transfer (UNTDID 4461). */
const isCreditTransfer = ({ meansCode: code = '' }: PaymentInstruction): boolean =>
  ['30', '58'].includes(code);

const accountHasText = ruleOfEach({
  id: 'BR-50',
  terms: ['BT-84', 'BG-17'],
  each: eachPayment,
  path: 'creditTransfer.account',
  holds: (payment) =>
    !isCreditTransfer(payment) || !payment.creditTransfer || hasText(payment.creditTransfer.account),
});

const accountExists = ruleOfEach({
  id: 'BR-61',
  terms: ['BT-84', 'BT-81', 'BG-17'],
  each: eachPayment,
  path: 'creditTransfer.account',
  holds: (payment, { context }) => {
    if (!isCreditTransfer(payment)) return true;
    if (!payment.creditTransfer) return isCii(context);
    return exists(payment.creditTransfer.account);
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
  holds: ({ card }) => (card?.lastDigits ?? '').trim().length <= MAXIMUM_CARD_DIGITS,
});

/** The period invoiced and how to pay. */
export const paymentRules: readonly Rule[] = [
  periodEndsAfterStart,
  meansCode,
  accountHasText,
  cardNumberIsCut,
  accountExists,
  periodIsFilled,
];
