import { Decimal } from '../../amount/decimal.js';
import type { Invoice } from '../../invoice/invoice.js';
import type { FaultPatch } from '../fault.js';
import type { Place } from '../place.js';
import { type Finding, type Judged, nothing, type Rule, type RuleContext, rule } from '../rule.js';

/** A value of the model that can be said as text: a text, a code, an exact decimal. */
export interface Sayable {
  toString(): string;
}

/** A business term and where its values stand; a value that is missing keeps its place, for it may be unreadable. */
export interface Field {
  readonly term: string;
  /** Hands over each value, with the entry of the model that holds it and its name in it: `lines[2]`, `netAmount`. */
  readonly each: (invoice: Invoice, take: TakeValue) => void;
  /** The path of the values, whatever the entry: `lines[].netAmount`. */
  readonly shape: string;
}

type TakeValue = (value: Sayable | undefined, entry: string, name: string) => void;

/** A term of the document, at most once. */
export const field = (
  term: string,
  path: string,
  valueIn: (invoice: Invoice) => Sayable | undefined,
): Field => ({ term, shape: path, each: (invoice, take) => take(valueIn(invoice), '', path) });

/** A term of each item of a group: every line, every breakdown… */
export const fieldOfEach = <Item>(
  term: string,
  list: string,
  places: (invoice: Invoice) => readonly Place<Item>[],
  name: string,
  valueIn: (item: Item) => Sayable | undefined,
): Field => ({
  term,
  shape: `${list}[].${name}`,
  each: (invoice, take) => {
    for (const { item, path } of places(invoice)) take(valueIn(item), path, name);
  },
});

/** The text of a term as it stands in the file; as the model holds it where it came from no file. */
export const textAt = (
  { evidence }: RuleContext,
  path: string,
  held: Sayable | undefined,
): string | undefined => evidence?.written[path] ?? held?.toString();

interface TextRule {
  readonly id: string;
  readonly fields: readonly Field[];
  readonly speaks?: (context: RuleContext) => boolean;
  /** Asked of every text that is there, even empty. */
  readonly holds: (text: string, judged: Judged) => boolean;
  /** The same asked of an exact number, where that can be told without writing it. */
  readonly holdsOfNumber?: (value: Decimal, judged: Judged) => boolean;
  readonly values?: (text: string, judged: Judged) => Readonly<Record<string, string>>;
  readonly patch?: (text: string, judged: Judged) => Omit<FaultPatch, 'path'> | undefined;
}

/** A rule about texts as written, wherever one of its terms stands. Each finding speaks of its own term. */
export const textRule = (declaration: TextRule): Rule[] =>
  declaration.fields.map((of) =>
    rule({
      id: declaration.id,
      terms: [of.term],
      ...(declaration.speaks && { speaks: declaration.speaks }),
      check: (judged) => findingsIn(of, declaration, judged),
    }),
  );

const findingsIn = (
  of: Field,
  { holds, holdsOfNumber, values, patch }: TextRule,
  judged: Judged,
): readonly Finding[] => {
  let findings: Finding[] | undefined;
  const { invoice, context, file } = judged;
  const looksAtFile = file.isWrittenOtherwise(of.shape);
  of.each(invoice, (value, entry, name) => {
    if (value === undefined && !looksAtFile) return;
    const written = looksAtFile ? context.evidence?.written[pathOf(entry, name)] : undefined;
    if (written === undefined && holdsOfNumber && value instanceof Decimal && holdsOfNumber(value, judged))
      return;
    const text = written ?? value?.toString();
    if (text === undefined || holds(text, judged)) return;
    const mend = patch?.(text, judged);
    const path = pathOf(entry, name);
    findings ??= [];
    findings.push({
      path,
      values: { found: text, ...values?.(text, judged) },
      ...(mend && { patch: { path, ...mend } }),
    });
  });
  return findings ?? nothing;
};

const pathOf = (entry: string, name: string): string => (entry === '' ? name : `${entry}.${name}`);

/** How long a text is to a person: characters, not code units. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** No more than so many characters. */
export const atMost = (id: string, maximum: number, fields: readonly Field[]): Rule[] =>
  textRule({
    id,
    fields,
    holds: (text) => text.length <= maximum || lengthOf(text) <= maximum,
    values: (text) => ({ length: String(lengthOf(text)), maximum: String(maximum) }),
  });

/** White space around taken off, runs of it made one space. */
export const normalised = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** The codes of a list written with spaces between them. */
export const codes = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
