import { type BicProblem, parseBic } from './identifiers/bic.js';
import { type IbanProblem, parseIban } from './identifiers/iban.js';

/** What people type of a bank account. Empty fields hold ''. */
export interface BankAccountDraft {
  readonly label: string;
  readonly iban: string;
  readonly bic: string;
  /** A factor's account stands in for the supplier's own. */
  readonly owner: 'own' | 'factor';
  readonly factorName: string;
}

export interface BankAccountFault {
  readonly field: keyof BankAccountDraft;
  readonly code: BankAccountFaultCode;
}

export type BankAccountFaultCode =
  | IbanProblem
  | BicProblem
  | 'label-missing'
  | 'text-too-long'
  | 'factor-missing'
  | 'iban-there-already';

const LONGEST_TEXT = 100;

/** Every fault at once. `inUse`: the IBANs of the structure's accounts that are not ended. */
export const checkBankAccount = (draft: BankAccountDraft, inUse: readonly string[]): BankAccountFault[] => [
  ...(draft.label.trim() === '' ? [told('label', 'label-missing')] : tooLong('label', draft.label)),
  ...ibanFaults(draft.iban, inUse),
  ...bicFaults(draft.bic),
  ...factorFaults(draft),
];

/** Of a draft without faults. */
export const tidyBankAccount = (draft: BankAccountDraft) => {
  const iban = parseIban(draft.iban);
  const bic = parseBic(draft.bic);
  return {
    label: draft.label.trim(),
    iban: iban.ok ? iban.value : draft.iban,
    ...(bic.ok && { bic: bic.value }),
    owner: draft.owner,
    ...(draft.owner === 'factor' && { factorName: draft.factorName.trim() }),
  };
};

const ibanFaults = (typed: string, inUse: readonly string[]): BankAccountFault[] => {
  const iban = parseIban(typed);
  if (!iban.ok) return [told('iban', iban.refusal)];
  return inUse.includes(iban.value) ? [told('iban', 'iban-there-already')] : [];
};

const bicFaults = (typed: string): BankAccountFault[] => {
  const bic = parseBic(typed);
  return typed.trim() === '' || bic.ok ? [] : [told('bic', bic.refusal)];
};

const factorFaults = ({ owner, factorName }: BankAccountDraft): BankAccountFault[] => {
  if (owner === 'own') return [];
  return factorName.trim() === ''
    ? [told('factorName', 'factor-missing')]
    : tooLong('factorName', factorName);
};

const told = (field: keyof BankAccountDraft, code: BankAccountFaultCode): BankAccountFault => ({
  field,
  code,
});

const tooLong = (field: keyof BankAccountDraft, text: string): BankAccountFault[] =>
  text.trim().length > LONGEST_TEXT ? [told(field, 'text-too-long')] : [];
