import type { Invoice } from '../invoice/invoice.js';
import type { Evidence } from './evidence.js';
import type { FaultChoice, FaultPatch, Severity } from './fault.js';
import type { Place } from './place.js';
import type { Sums } from './sums.js';
import type { WrittenFile } from './written-file.js';

/** The file format a document came in: UBL and CII agree on the terms and differ on some verdicts. */
export type Syntax = 'ubl-invoice' | 'ubl-credit-note' | 'cii' | 'factur-x';

export interface RuleContext {
  readonly syntax: Syntax;
  /** Name or specification identifier (BT-24) of the profile; BT-24 of the invoice when absent. */
  readonly profile?: string;
  /** Of a file: what the model could not hold. Rules judge on the model alone when absent. */
  readonly evidence?: Evidence;
}

type InSyntax = Pick<RuleContext, 'syntax'>;

export const isUbl = ({ syntax }: InSyntax): boolean =>
  syntax === 'ubl-invoice' || syntax === 'ubl-credit-note';
export const isCii = (context: InSyntax): boolean => !isUbl(context);

/** What a rule looks at: the invoice, where it comes from, how it is written there, and the sums worked out once. */
export interface Judged {
  readonly invoice: Invoice;
  readonly context: RuleContext;
  readonly file: WrittenFile;
  readonly sums: Sums;
}

/** One place where a rule does not hold. */
export interface Finding {
  readonly path: string;
  /** In the sender's file, of what the model has no place for. */
  readonly location?: string;
  /** Of this place, where a rule speaks of several. */
  readonly terms?: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  readonly choices?: readonly FaultChoice[];
  readonly patch?: FaultPatch;
}

/** A rule as the engine runs it, whatever the form it was declared in. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity | ((context: RuleContext) => Severity);
  readonly terms: readonly string[];
  /** The syntaxes the rule speaks in; all of them when absent. */
  readonly speaks?: (context: InSyntax) => boolean;
  /**
   * Whether the invoice holds anything that the rule is about: where it does not, the rule has nothing to find and is not
   * asked. Rules declared one after the other with the same question are passed over together.
   */
  readonly concerns?: (judged: Judged) => boolean;
  readonly findings: (judged: Judged) => Iterable<Finding>;
}

interface Declared {
  readonly id: string;
  /** `fatal` when absent. */
  readonly severity?: Rule['severity'];
  readonly terms: readonly string[];
  readonly speaks?: Rule['speaks'];
  readonly concerns?: Rule['concerns'];
}

/** A rule about one place of the document: a path and what must hold there. */
interface Statement extends Declared {
  readonly path: string;
  readonly holds: (judged: Judged) => boolean;
  /** The figures the sentence needs. Asked only where the rule is broken. */
  readonly values?: (judged: Judged) => Readonly<Record<string, string>>;
  /** The certain mend, if there is one. */
  readonly patch?: (judged: Judged) => Omit<FaultPatch, 'path'> | undefined;
}

/** A rule that finds its places itself. */
interface Check extends Declared {
  readonly check: (judged: Judged) => Iterable<Finding>;
}

/** A rule about each item of a group: every line, every breakdown… */
interface StatementOfEach<Item> extends Declared {
  readonly each: (invoice: Invoice, judged: Judged) => Iterable<Place<Item>>;
  /** Inside the item: `netAmount` gives `lines[2].netAmount`; empty for the item itself. */
  readonly path: string;
  /** `path` is that of the item. */
  readonly holds: (item: Item, judged: Judged, path: string) => boolean;
  readonly values?: (item: Item, judged: Judged) => Readonly<Record<string, string>>;
  readonly patch?: (item: Item, judged: Judged, path: string) => Omit<FaultPatch, 'path'> | undefined;
}

/** Declares a rule of the document. */
export const rule = (declaration: Statement | Check): Rule => ({
  ...declarationOf(declaration),
  findings: 'check' in declaration ? declaration.check : (judged) => findingsOf(declaration, judged),
});

/** Declares a rule that every item of a group must keep. */
export const ruleOfEach = <Item>(declaration: StatementOfEach<Item>): Rule => ({
  ...declarationOf(declaration),
  findings: (judged) => findingsAmong(declaration, judged),
});

/** Most rules find nothing in most invoices: then nothing is made. */
export const nothing: readonly Finding[] = [];

const findingsAmong = <Item>(declaration: StatementOfEach<Item>, judged: Judged): readonly Finding[] => {
  let found: Finding[] | undefined;
  for (const place of declaration.each(judged.invoice, judged)) {
    if (declaration.holds(place.item, judged, place.path)) continue;
    found ??= [];
    found.push(findingAt(place, declaration, judged));
  }
  return found ?? nothing;
};

const findingAt = <Item>(
  { item, path, location }: Place<Item>,
  declaration: StatementOfEach<Item>,
  judged: Judged,
): Finding => {
  const values = declaration.values?.(item, judged);
  if (location !== undefined) return { ...finding(path, values, undefined), location };
  const place = [path, declaration.path].filter(Boolean).join('.');
  return finding(place, values, declaration.patch?.(item, judged, path));
};

const declarationOf = ({
  id,
  severity = 'fatal',
  terms,
  speaks,
  concerns,
}: Declared): Omit<Rule, 'findings'> => ({
  id,
  severity,
  terms,
  ...(speaks && { speaks }),
  ...(concerns && { concerns }),
});

const findingsOf = ({ path, holds, values, patch }: Statement, judged: Judged): readonly Finding[] =>
  holds(judged) ? nothing : [finding(path, values?.(judged), patch?.(judged))];

const finding = (
  path: string,
  values: Finding['values'],
  patch: Omit<FaultPatch, 'path'> | undefined,
): Finding => ({ path, ...(values && { values }), ...(patch && { patch: { path, ...patch } }) });
