import { trimmed } from '../xml/white-space.js';
import type { CodePlace, CodePlaces, CodeTest, Decider, Fitting } from './code-places.js';

/** What the rules of codes ask of the elements at one place of a document. */
export interface CodesHere {
  /** Those whose code is an attribute: the first whose attribute is there speaks. */
  readonly attributed: readonly CodeTest[];
  readonly written: readonly CodeTest[];
  readonly decider: Decider | undefined;
}

/** An element with those it stands in. */
interface Standing {
  readonly uri: string;
  readonly local: string;
  readonly parent: Standing | undefined;
}

/** Undefined where no rule speaks, as about most elements. */
export const codesHere = (
  { above, byName }: CodePlaces,
  uri: string,
  local: string,
  parent: Standing | undefined,
): CodesHere | undefined => {
  const sought = byName.get(local);
  if (sought?.uri !== uri) return undefined;
  const { under, anywhere, decider } = sought;
  const parentName = parent?.local ?? '';
  const isOurs = parent?.uri === above(parentName);
  if (decider) {
    const speaks = decider.under === undefined || (isOurs && decider.under === parentName);
    return speaks ? { attributed: [], written: [], decider } : undefined;
  }
  const fitting = (isOurs ? under.get(parentName) : undefined) ?? anywhere;
  return fitting && testsOf(fitting, namesOf(parent));
};

const testsOf = ({ attributed, written }: Fitting, above: ReadonlySet<string>): CodesHere => ({
  attributed: attributed.map((place) => testBelow(place, above)),
  written: written.map((place) => testBelow(place, above)),
  decider: undefined,
});

const testBelow = (place: CodePlace, above: ReadonlySet<string>): CodeTest => {
  const { accepts, also, onlyBelow, notBelow } = place;
  const isSilent =
    (onlyBelow !== undefined && !above.has(onlyBelow)) ||
    (notBelow?.some((name) => above.has(name)) ?? false);
  if (isSilent) return { ...place, accepts: () => true };
  return also?.below.some((name) => above.has(name))
    ? { ...place, accepts: (code) => accepts(code) || trimmed(code) === also.code }
    : place;
};

const namesOf = (element: Standing | undefined): ReadonlySet<string> => {
  const names = new Set<string>();
  for (let above = element; above; above = above.parent) names.add(above.local);
  return names;
};
