import type { Language } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { syntaxRules } from '@parvis/domain/rules/en16931/syntax/syntax-rules';
import { explainFault } from '@parvis/domain/rules/explain-fault';
import { type Fault, isFatal } from '@parvis/domain/rules/fault';
import { businessTermLabel } from '@parvis/domain/rules/texts/business-terms';
import { businessTerms } from '@parvis/formats/binding/business-terms';
import { type ReaderPool, startReaderPool } from '@parvis/formats/reader-pool';
import type { ReadOutcome } from '@parvis/formats/reading/read-outcome';
import { UnusableError } from '../config.js';
import { problemIn } from '../system-problems.js';
import { paperOf, plain, wrapped } from '../validate/paper.js';
import { sourceNamed } from '../validate/sources.js';
import { judged, type Verdict, withoutContent } from '../validate/verdict.js';
import { verdictText } from '../validate/verdict-text.js';
import { type ConvertWords, convertWordsIn } from './convert-words.js';
import { differences } from './differences.js';
import { invoiceFromText, NotAnInvoiceError } from './invoice-from-text.js';
import { AlreadyThereError, placeFile } from './place-file.js';
import { type Target, type Written, writeTarget } from './write-target.js';

interface ConvertOptions {
  /** Absent when the caller did not say. */
  readonly to: Target | undefined;
  readonly force: boolean;
  readonly language: Language;
}

/**
 * Reads an invoice and writes it in another form. Warns on standard error of what the target cannot hold and of a
 * result that is not valid where the document was. Returns the exit code: 0 written, 1 the document cannot be read or
 * the result is written and no longer valid, 2 the document cannot be opened.
 */
export const convertFile = async (
  operands: readonly string[],
  { to, force, language }: ConvertOptions,
): Promise<number> => {
  const words = convertWordsIn(language);
  const [from, out] = operands;
  if (!to || from === undefined || out === undefined || operands.length > 2)
    throw new UnusableError(words.usage);
  if (to === 'factur-x' && out === '-' && process.stdout.isTTY) throw new UnusableError(words.terminal);
  const pool = startReaderPool({ size: 1 });
  try {
    const outcome = await read(from, pool, words);
    const verdict =
      'judged' in outcome ? outcome : { file: from, judged: true, ...judged(outcome, 'en16931') };
    const invoice = 'invoice' in outcome ? outcome.invoice : undefined;
    if (!invoice || !isReadWhole(verdict)) {
      const why = verdictText(verdict, language, paperOf(process.stderr, process.env));
      say([verdict.judged ? why + words.refused(plain(from)) : why.trimEnd()]);
      return verdict.judged ? 1 : 2;
    }
    const written = await writeTarget(invoice, to, language);
    const result = to === 'json' ? undefined : await pool.read(written.bytes, out);
    await place(out, written.bytes, force, language);
    const after = result && { file: out, judged: true, ...judged(result, 'en16931') };
    say([
      ...leftBehind(outcome, verdict, language),
      ...attachmentsOf(outcome, words),
      ...lossesOf({ invoice, written, to, result }, language),
      ...validityWarnings(verdict, after, language),
    ]);
    return verdict.valid && after?.valid === false ? 1 : 0;
  } finally {
    await pool.close();
  }
};

const say = (lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`${line}\n`);
};

const read = async (from: string, pool: ReaderPool, words: ConvertWords): Promise<ReadOutcome | Verdict> => {
  const source = sourceNamed(from, process.stdin);
  let bytes: Uint8Array;
  try {
    bytes = await source.bytes();
  } catch (error) {
    return withoutContent(from, error);
  }
  const isJson = /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 1000)));
  if (!isJson) return pool.read(bytes, from);
  try {
    const invoice = invoiceFromText(new TextDecoder('utf-8').decode(bytes));
    const syntax = isCreditNote(invoice.typeCode) ? 'ubl-credit-note' : 'ubl-invoice';
    return { syntax, invoice, faults: [], locate: () => undefined };
  } catch (error) {
    if (error instanceof NotAnInvoiceError) throw new UnusableError(words.notAnInvoice(error.path));
    throw error;
  }
};

/** A value that could not be read would be missing from the result; a broken rule is the sender's own to mend. */
const isReadWhole = ({ faults }: Verdict): boolean =>
  !faults.some((fault) => fault.rule.startsWith('PV-READ-') && isFatal(fault));

interface Conversion {
  readonly invoice: Invoice;
  readonly written: Written;
  readonly to: Target;
  /** What was written, read again; nobody doubts JSON. */
  readonly result: ReadOutcome | undefined;
}

const lossesOf = ({ invoice, written, to, result }: Conversion, language: Language): string[] => {
  const words = convertWordsIn(language);
  const lost = written.lost.map(
    ({ path, value }) => `  ${words.valueOf(labelOf(path, language), plain(value))}`,
  );
  const warnings = lost.length > 0 ? [words.lost(to), ...lost] : [];
  if (!result) return warnings;
  const known = new Set(written.lost.map(({ path }) => path));
  const changed = differences(invoiceToJson(invoice), result.invoice && invoiceToJson(result.invoice))
    .filter((path) => !known.has(path))
    .map((path) => `  ${labelOf(path, language)}`);
  return [...warnings, ...(changed.length > 0 ? [words.changed, ...changed] : [])];
};

const validityWarnings = (before: Verdict, after: Verdict | undefined, language: Language): string[] => {
  const words = convertWordsIn(language);
  if (!after || after.valid) return [];
  if (!before.valid) return [words.stillInvalid];
  const name = after.file === '-' ? words.standardOutput : after.file;
  return [
    words.invalid(plain(name)),
    verdictText({ ...after, file: name }, language, paperOf(process.stderr, process.env)).trimEnd(),
  ];
};

/** What the document holds and the invoice model does not: no form can give it back. */
const leftBehind = (
  outcome: ReadOutcome | Verdict,
  { faults, profile }: Verdict,
  language: Language,
): string[] => {
  const words = convertWordsIn(language);
  const told = faults.filter(({ rule }) => notTaken.has(rule));
  const outside = outsideNorm(outcome, new Set(told.map(({ location }) => location)));
  const left = told.map((fault) => {
    const { label, message } = explainFault(fault, language);
    return `  ${words.valueOf(label, plain(message))}`;
  });
  const paper = paperOf(process.stderr, process.env);
  return [
    ...(left.length > 0 ? [words.notTaken, ...new Set(left)] : []),
    ...(outside.length > 0 ? [words.outsideNorm, ...wrapped(outside.join(', '), 2, paper)] : []),
    ...(profile?.includes('EXTENDED') ? [words.extended(profile)] : []),
  ];
};

/** « cbc:UUID », « cac:TaxCategory/cbc:Name »: what the format knows and EN 16931 has no term for. */
const outsideNorm = (outcome: ReadOutcome | Verdict, known: ReadonlySet<string | undefined>): string[] => {
  const found: readonly Fault[] = 'evidence' in outcome ? (outcome.evidence?.syntax ?? []) : [];
  const names = found
    .filter(({ rule, location }) => outside.has(rule) && !known.has(location))
    .map(({ values, location }) => {
      const name = values?.element ?? location?.split('/').at(-1) ?? '';
      return isOfRoot(location) || !values?.parent ? name : `${values.parent}/${name}`;
    });
  return [...new Set(names.filter(Boolean))].sort();
};

const isOfRoot = (location = ''): boolean => location.split('/').length <= 3;

const outside: ReadonlySet<string> = new Set(
  syntaxRules.filter(({ asks }) => asks.kind === 'absent').map(({ id }) => id),
);

const notTaken: ReadonlySet<string> = new Set([
  'PV-READ-NO-PLACE',
  'PV-READ-REPEATED',
  'PV-SCHEMA-UNKNOWN',
  'PV-SCHEMA-REPEATED',
]);

const attachmentsOf = (outcome: ReadOutcome | Verdict, words: ConvertWords): string[] => {
  const names = 'attachments' in outcome ? (outcome.attachments ?? []).map(({ fileName }) => fileName) : [];
  return names.length > 0 ? [words.attachments(plain(names.join(', ')))] : [];
};

/** « Désignation de l'article (BT-153), lines[2].name » */
const labelOf = (path: string, language: Language): string => {
  const terms: Readonly<Record<string, { readonly id: string }>> = businessTerms;
  const term = terms[path.replaceAll(/\[\d+\]/g, '[]')]?.id;
  return [...(term ? [businessTermLabel(term, language)] : []), ...(path ? [path] : [])].join(', ') || '?';
};

const place = async (out: string, bytes: Uint8Array, force: boolean, language: Language): Promise<void> => {
  const words = convertWordsIn(language);
  if (out === '-') {
    await new Promise<void>((resolve) => process.stdout.write(bytes, () => resolve()));
    return;
  }
  try {
    await placeFile(out, bytes, force);
  } catch (error) {
    if (error instanceof AlreadyThereError) throw new UnusableError(words.alreadyThere(out));
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UnusableError(words.notWritten(out, problemIn(code ?? message, language)));
  }
};
