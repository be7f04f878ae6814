import { depositRules } from '@parvis/domain/rules/deposit-rules';
import { en16931 } from '@parvis/domain/rules/en16931/en16931';
import { type Fault, isFatal } from '@parvis/domain/rules/fault';
import { franceAsPublished } from '@parvis/domain/rules/france/france';
import { judge } from '@parvis/domain/rules/judge';
import type { RuleSet } from '@parvis/domain/rules/rule-set';
import { toldOnce } from '@parvis/domain/rules/told-once';
import type { ReaderPool } from '@parvis/formats/reader-pool';
import { limits } from '@parvis/formats/reading/limits';
import { readFault } from '@parvis/formats/reading/read-fault';
import type { ReadOutcome } from '@parvis/formats/reading/read-outcome';
import { type Source, TooLargeError } from './sources.js';

/** `france`: as the published files of the reform judge; `deposit`: as the platform does. */
export type RulesName = 'en16931' | 'france' | 'deposit';

const sets: Readonly<Record<RulesName, readonly RuleSet[]>> = {
  en16931: [en16931],
  france: [en16931, franceAsPublished],
  deposit: depositRules,
};

/** What is said of one file. */
export interface Verdict {
  readonly file: string;
  readonly syntax: ReadOutcome['syntax'];
  /** The profile in words, where there is one. */
  readonly profile: string | undefined;
  readonly valid: boolean;
  /** False when the file could not be opened, or we failed: nothing is known of it. */
  readonly judged: boolean;
  /** Every fault, of reading and of rules, with its place in the sender's file where that is known. */
  readonly faults: readonly Fault[];
}

/** Reads a file aside and judges it. Never rejects: what cannot be opened is a verdict too. */
export const verdictOn = async (
  { name, bytes }: Source,
  pool: ReaderPool,
  rules: RulesName,
): Promise<Verdict> => {
  let content: Uint8Array;
  try {
    content = await bytes();
  } catch (error) {
    return withoutContent(name, error);
  }
  try {
    return { file: name, judged: true, ...judged(await pool.read(content, name), rules) };
  } catch (error) {
    return notJudged(name, readFault('PV-READ-FAILED', { values: { detail: detailOf(error) } }));
  }
};

/** The first line of what a thread reported, for whoever will look for the defect. */
const detailOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error.message) : error;
  return String(cause).split('\n')[0] ?? '';
};

/** The verdict on what could not be opened, or not be taken whole. */
export const withoutContent = (name: string, error: unknown): Verdict => {
  if (error instanceof TooLargeError) {
    const found = error.size === undefined ? {} : { found: String(error.size) };
    const values = { maximumBytes: String(limits.fileBytes), ...found };
    return { ...notJudged(name, readFault('PV-READ-TOO-LARGE', { values })), judged: true };
  }
  const { code, message } = error as NodeJS.ErrnoException;
  return notJudged(name, readFault('PV-READ-NOT-OPENED', { values: { cause: code ?? message } }));
};

const notJudged = (file: string, fault: Fault): Verdict => ({
  file,
  syntax: 'unknown',
  profile: undefined,
  valid: false,
  judged: false,
  faults: [fault],
});

/** What reading and the rules say together. */
export const judged = (
  outcome: ReadOutcome,
  rules: RulesName,
): Pick<Verdict, 'syntax' | 'profile' | 'valid' | 'faults'> => {
  const { syntax, profile, invoice } = outcome;
  const read = outcome.faults.map((fault) => (rules === 'en16931' ? withoutPolicy(fault) : fault));
  const found = faultsOf(outcome, rules);
  const all = rules === 'deposit' ? toldOnce(read, found) : [...read, ...found];
  const faults = all.map((fault) => located(fault, outcome));
  return { syntax, profile, valid: invoice !== undefined && !faults.some(isFatal), faults };
};

/** That a profile is too poor is said by whoever takes invoices in; the rules of EN 16931 judge it by its own set. */
const withoutPolicy = (fault: Fault): Fault =>
  fault.rule === 'PV-READ-PROFILE-TOO-POOR' ? { ...fault, severity: 'warning' } : fault;

const faultsOf = ({ invoice, syntax, profile, evidence }: ReadOutcome, rules: RulesName): Fault[] =>
  !invoice || syntax === 'pdf' || syntax === 'unknown'
    ? []
    : judge(invoice, { syntax, ...(profile && { profile }), ...(evidence && { evidence }) }, sets[rules]);

const located = (fault: Fault, { locate }: ReadOutcome): Fault => {
  const location = fault.location ?? locate(fault.path);
  return location === undefined ? fault : { ...fault, location };
};
