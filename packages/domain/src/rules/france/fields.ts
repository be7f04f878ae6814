import type { Invoice } from '../../invoice/invoice.js';
import type { FaultPatch } from '../fault.js';
import { type Finding, type Judged, type Place, type Rule, type RuleContext, rule } from '../rule.js';

/** A value of the model that can be said as text: a text, a code, an exact decimal. */
export interface Sayable {
  toString(): string;
}

/** A business term and where its values stand; a value that is missing keeps its place, for it may be unreadable. */
export interface Field {
  readonly term: string;
  readonly each: (invoice: Invoice) => Iterable<Place<Sayable | undefined>>;
}

/** A term of the document, at most once. */
export const field = (
  term: string,
  path: string,
  valueIn: (invoice: Invoice) => Sayable | undefined,
): Field => ({ term, each: (invoice) => [{ item: valueIn(invoice), path }] });

/** A term of each item of a group: every line, every breakdown… */
export const fieldOfEach = <Item>(
  term: string,
  places: (invoice: Invoice) => Iterable<Place<Item>>,
  name: string,
  valueIn: (item: Item) => Sayable | undefined,
): Field => ({
  term,
  *each(invoice) {
    for (const { item, path } of places(invoice)) yield { item: valueIn(item), path: `${path}.${name}` };
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
  readonly values?: (text: string, judged: Judged) => Readonly<Record<string, string>>;
  readonly patch?: (text: string, judged: Judged) => Omit<FaultPatch, 'path'> | undefined;
}

/** A rule about texts as written, wherever one of its terms stands. Each finding speaks of its own term. */
export const textRule = ({ id, fields, speaks, holds, values, patch }: TextRule): Rule[] =>
  fields.map(({ term, each }) =>
    rule({
      id,
      terms: [term],
      ...(speaks && { speaks }),
      *check(judged): Iterable<Finding> {
        for (const { item, path } of each(judged.invoice)) {
          const text = textAt(judged.context, path, item);
          if (text === undefined || holds(text, judged)) continue;
          const mend = patch?.(text, judged);
          yield {
            path,
            values: { found: text, ...values?.(text, judged) },
            ...(mend && { patch: { path, ...mend } }),
          };
        }
      },
    }),
  );

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
