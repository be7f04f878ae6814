import type { Language } from '@parvis/domain/display/language';
import { explainFault } from '@parvis/domain/rules/explain-fault';
import { type Fault, isFatal, isTechnical } from '@parvis/domain/rules/fault';
import { type ToldFault, tellFaults } from '@parvis/domain/rules/tell-faults';
import type { FileSyntax } from '@parvis/formats/reading/read-outcome';
import { coloured, type Paper, plain, wrapped } from './paper.js';
import { type ValidateWords, validateWordsIn } from './validate-words.js';
import type { Verdict } from './verdict.js';

/** A verdict for people: the file, then each thing to mend with its place, what is fatal first. */
export const verdictText = (verdict: Verdict, language: Language, paper: Paper): string => {
  const words = validateWordsIn(language);
  const reasons = new Set<string>();
  const told = tellFaults(verdict.faults);
  const remarks = told.filter(({ fault }) => isRemark(fault));
  const lines = [
    ...told
      .filter(({ fault }) => !isRemark(fault))
      .flatMap((entry) => ['', ...faultLines(entry, reasons, { language, paper })]),
    ...(remarks.length > 0 ? ['', ...remarkLines(remarks, { language, paper })] : []),
  ];
  return [heading(verdict, words, paper), ...lines, ...(lines.length > 0 ? [''] : []), ''].join('\n');
};

/** What stops an invoice is never told in short. */
const isRemark = (fault: Fault): boolean => isTechnical(fault) && !isFatal(fault);

const heading = (
  { file, syntax, profile, valid, judged, faults }: Verdict,
  words: ValidateWords,
  paper: Paper,
) => {
  const fatal = tellFaults(faults.filter(isFatal)).length;
  const warnings = tellFaults(faults.filter((fault) => !isFatal(fault) && !isRemark(fault))).length;
  const outcome = [
    ...(valid ? [words.valid] : judged ? [words.faults(fatal)] : [words.notJudged]),
    ...(warnings > 0 ? [words.warnings(warnings)] : []),
  ].join(', ');
  const kind = [syntaxNames[syntax], profile && plain(profile)].filter(Boolean).join(', ');
  const mark = valid ? coloured('green', '✓', paper) : coloured('red', '✗', paper);
  const name = coloured('bold', file === '-' ? words.standardInput : plain(file), paper);
  return `${mark} ${name} · ${outcome}${kind ? coloured('dim', ` · ${kind}`, paper) : ''}`;
};

const syntaxNames: Readonly<Record<FileSyntax, string>> = {
  'ubl-invoice': 'UBL',
  'ubl-credit-note': 'UBL CreditNote',
  cii: 'CII',
  'factur-x': 'Factur-X',
  pdf: 'PDF',
  unknown: '',
};

const INDENTATION = 4;

interface Printing {
  readonly language: Language;
  readonly paper: Paper;
}

/** A reason that many faults share is given with the first of them. */
const faultLines = (
  { fault, rules, elsewhere, consequences }: ToldFault,
  reasons: Set<string>,
  { language, paper }: Printing,
): string[] => {
  const words = validateWordsIn(language);
  const { label, message, why, nextStep } = explainFault(fault, language);
  const inside = (text: string, hanging = ''): string[] => wrapped(text, INDENTATION, paper, hanging);
  const reason = reasons.has(why) ? [] : [why];
  reasons.add(why);
  const small = [
    ...inside([`${words.rule(rules)} ${rules.join(', ')}`, ...placesOf(fault, words, paper)].join(' · ')),
    ...(elsewhere.length > 0 ? inside(elsewhereText(elsewhere, words)) : []),
    ...(consequences.length > 0 ? inside(words.consequences(consequences.join(', '))) : []),
  ];
  return [
    `  ${mark(fault, paper)} ${coloured('bold', label, paper)}`,
    ...inside([message, ...reason].join(' ')),
    ...inside(nextStep, '→ '),
    ...small.map((line) => coloured('dim', line, paper)),
  ];
};

/** Remarks for the software's maker: one line each, so that they do not drown what concerns the invoice. */
const remarkLines = (remarks: readonly ToldFault[], { language, paper }: Printing): string[] => {
  const words = validateWordsIn(language);
  return [
    `  ${coloured('yellow', '△', paper)} ${coloured('bold', words.remarks(remarks.length), paper)}`,
    ...wrapped(words.remarksFor, INDENTATION, paper),
    ...remarks.flatMap(({ fault, elsewhere }) => {
      const times = elsewhere.length > 0 ? `, × ${elsewhere.length + 1}` : '';
      const { message } = explainFault(fault, language);
      return wrapped(`${message} [${fault.rule}${times}]`, INDENTATION, paper, '- ');
    }),
  ];
};

const mark = (fault: Fault, paper: Paper): string =>
  isFatal(fault) ? coloured('red', '✗', paper) : coloured('yellow', '△', paper);

/** « ligne de facture n° 3 » for people, the end of the XPath for whoever makes the file. */
const placesOf = ({ path, location }: Fault, words: ValidateWords, { width }: Paper): string[] => {
  const entry = entryOf(path);
  return [
    ...(entry ? [words.place(entry.list, entry.position)] : []),
    // The root alone tells nothing.
    ...(location?.includes('/', 1) ? [shortened(location, width / 2)] : []),
  ];
};

/** The last steps of an XPath, as many as there is room for: two at least, they tell most. */
const shortened = (location: string, room: number): string => {
  const steps = location.replace(/^\//, '').split('/');
  let kept = steps.length;
  while (kept > 2 && steps.slice(-kept).join('/').length > room) kept -= 1;
  return kept === steps.length ? location : `…/${steps.slice(-kept).join('/')}`;
};

const entryOf = (path: string): { readonly list: string; readonly position: number } | undefined => {
  const [, list, index] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  return list === undefined ? undefined : { list, position: Number(index) + 1 };
};

const elsewhereText = (elsewhere: readonly Fault[], words: ValidateWords): string => {
  const entries = elsewhere.map(({ path }) => entryOf(path));
  const list = entries[0]?.list;
  if (list === undefined || entries.some((entry) => entry?.list !== list))
    return words.elsewhere(elsewhere.length);
  const positions = [...new Set(entries.map((entry) => entry?.position))];
  const named = positions.slice(0, NAMED_PLACES).join(', ') + (positions.length > NAMED_PLACES ? '…' : '');
  return words.elsewhereIn(list, named, elsewhere.length);
};

const NAMED_PLACES = 10;
