import type { Language } from '@parvis/domain/display/language';
import { explainFault } from '@parvis/domain/rules/explain-fault';
import { type Fault, isFatal } from '@parvis/domain/rules/fault';
import { type ToldFault, tellFaults } from '@parvis/domain/rules/tell-faults';
import type { FileSyntax } from '@parvis/formats/reading/read-outcome';
import { coloured, type Paper, plain, wrapped } from './paper.js';
import { type ValidateWords, validateWordsIn } from './validate-words.js';
import type { Verdict } from './verdict.js';

/** A verdict for people: the file, then each thing to mend with its place, what is fatal first. */
export const verdictText = (verdict: Verdict, language: Language, paper: Paper): string => {
  const words = validateWordsIn(language);
  const faults = tellFaults(verdict.faults).flatMap((told) => ['', ...faultLines(told, language, paper)]);
  return [heading(verdict, words, paper), ...faults, ...(faults.length > 0 ? [''] : []), ''].join('\n');
};

const heading = (
  { file, syntax, profile, valid, judged, faults }: Verdict,
  words: ValidateWords,
  paper: Paper,
) => {
  const fatal = tellFaults(faults.filter(isFatal)).length;
  const warnings = tellFaults(faults.filter((fault) => !isFatal(fault))).length;
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

const faultLines = (
  { fault, rules, elsewhere, consequences }: ToldFault,
  language: Language,
  paper: Paper,
): string[] => {
  const words = validateWordsIn(language);
  const { label, message, nextStep } = explainFault(fault, language);
  const inside = (text: string, hanging = ''): string[] => wrapped(text, INDENTATION, paper, hanging);
  const small = [
    ...inside([`${words.rule(rules)} ${rules.join(', ')}`, ...placesOf(fault, words)].join(' · ')),
    ...(elsewhere.length > 0 ? inside(elsewhereText(elsewhere, words)) : []),
    ...(consequences.length > 0 ? inside(words.consequences(consequences.join(', '))) : []),
  ];
  return [
    `  ${mark(fault, paper)} ${coloured('bold', label, paper)}`,
    ...inside(message),
    ...inside(nextStep, '→ '),
    ...small.map((line) => coloured('dim', line, paper)),
  ];
};

const mark = (fault: Fault, paper: Paper): string =>
  isFatal(fault) ? coloured('red', '✗', paper) : coloured('yellow', '△', paper);

/** « ligne de facture n° 3 » for people, the XPath for whoever makes the file. */
const placesOf = ({ path, location }: Fault, words: ValidateWords): string[] => {
  const entry = entryOf(path);
  return [...(entry ? [words.place(entry.list, entry.position)] : []), ...(location ? [location] : [])];
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
