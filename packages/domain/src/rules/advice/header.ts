import { eachPayment } from '../places.js';
import { type Rule, rule, ruleOfEach } from '../rule.js';
import { isIban, isIbanByShape } from './iban.js';

const account = ruleOfEach({
  id: 'PV-ADVICE-IBAN',
  severity: 'warning',
  terms: ['BT-84'],
  each: eachPayment,
  path: 'creditTransfer.account',
  holds: ({ creditTransfer }) => {
    const written = creditTransfer?.account ?? '';
    return !isIbanByShape(written) || isIban(written);
  },
  values: ({ creditTransfer }) => ({ found: creditTransfer?.account ?? '' }),
});

/**
 * The norm itself, alone or with a usage or an extension after it, and the two profiles of Factur-X and ZUGFeRD that say
 * less than the norm. Anyone may publish a usage: its name is not looked up.
 */
const knownSpecifications: readonly RegExp[] = [
  /^urn:cen\.eu:en16931:2017(?:[#:](?:compliant|conformant)[#:]\S+)?$/,
  /^urn:(?:factur-x\.eu:1p0|zugferd\.de:2p0):(?:minimum|basicwl)$/,
];

const specification = rule({
  id: 'PV-ADVICE-SPECIFICATION',
  severity: 'warning',
  terms: ['BT-24'],
  path: 'specification',
  holds: ({ invoice }) => {
    const written = invoice.specification?.trim() ?? '';
    return written === '' || knownSpecifications.some((known) => known.test(written));
  },
  values: ({ invoice }) => ({ found: invoice.specification ?? '' }),
});

/** 386 asks for payment ahead. */
const PREPAYMENT = '386';

/** Days are compared as text: the model writes them year first. */
const dueDate = rule({
  id: 'PV-ADVICE-DUE-DATE',
  severity: 'warning',
  terms: ['BT-9', 'BT-2'],
  path: 'dueDate',
  holds: ({ invoice: { dueDate: due, issueDate, typeCode } }) =>
    due === undefined || issueDate === undefined || typeCode === PREPAYMENT || due >= issueDate,
  values: ({ invoice: { dueDate: due = '', issueDate = '' } }) => ({ found: due, issued: issueDate }),
});

/** Account, specification and due date. */
export const headerAdvice: readonly Rule[] = [account, specification, dueDate];
