import type { Fault } from '@parvis/domain/rules/fault';
import type { Bindings } from '../binding/bindings.js';
import { businessTerms } from '../binding/business-terms.js';
import { parseElementPath } from '../binding/element-path.js';
import { type Places, tables } from '../binding/locate.js';

/** Of the schema's faults those that the reading of values has not told already, each with the terms it concerns. */
export const schemaFaults = (
  syntax: Places['syntax'],
  found: readonly Fault[],
  reading: readonly Fault[],
): Fault[] => {
  if (found.length === 0) return [];
  const terms = termsByPlace(syntax);
  return found
    .filter((fault) => !reading.some((other) => tells(other, fault)))
    .map((fault) => ({ ...fault, terms: termsAt(terms, fault.location ?? '') }));
};

/** The only attribute the schema demands is the currency of an amount. */
const termsAt = (terms: ReadonlyMap<string, readonly string[]>, location: string): readonly string[] =>
  location.endsWith('/@currencyID') ? ['BT-5'] : (terms.get(placeOf(location)) ?? []);

/** A repeated group is told by each of its values; an allowance without its indicator has a fault of its own. */
const tells = (reading: Fault, { rule, location = '' }: Fault): boolean => {
  const other = plain(reading.location ?? '');
  const place = plain(location);
  if (rule === 'PV-SCHEMA-REPEATED')
    return reading.rule === 'PV-READ-REPEATED' && (other === place || other.startsWith(`${place}/`));
  return (
    rule === 'PV-SCHEMA-MISSING' &&
    reading.rule === 'PV-READ-INDICATOR' &&
    place.slice(0, place.lastIndexOf('/')) === other
  );
};

/** Some write the first of many with its rank, some without. */
const plain = (location: string): string => location.replaceAll('[1]', '');

/** `/Invoice/cac:InvoiceLine[3]/cbc:ID` is `cac:InvoiceLine/cbc:ID` of the bindings. */
const placeOf = (location: string): string =>
  location.replaceAll(/\[[^\]]*\]/g, '').replace(/^\/[^/]+\/?/, '');

const known = new Map<Places['syntax'], ReadonlyMap<string, readonly string[]>>();

/** The business terms at an element or below it. */
const termsByPlace = (syntax: Places['syntax']): ReadonlyMap<string, readonly string[]> => {
  const before = known.get(syntax);
  if (before) return before;
  const terms = new Map<string, string[]>();
  const bindings: Bindings = tables[syntax].bindings;
  for (const [path, { id }] of Object.entries(businessTerms)) {
    const places: string | readonly string[] | undefined = bindings[path as keyof typeof businessTerms];
    for (const place of places === undefined ? [] : [places].flat()) {
      const { steps, attribute } = parseElementPath(place);
      if (attribute !== undefined) continue;
      for (let length = 1; length <= steps.length; length++) {
        const element = steps
          .slice(0, length)
          .map(({ name }) => name)
          .join('/');
        const ids = terms.get(element) ?? [];
        terms.set(element, ids);
        if (!ids.includes(id)) ids.push(id);
      }
    }
  }
  known.set(syntax, terms);
  return terms;
};
