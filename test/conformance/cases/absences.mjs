/** What must not occur, looked up in a document by the declared paths and nothing else of the judge. */
import { syntaxRules } from '@parvis/domain/rules/en16931/syntax/syntax-rules';
import { find } from './xml-text.mjs';

export const absences = syntaxRules.filter(({ asks }) => asks.kind === 'absent');

/** Elements that may stand once. */
export const singles = syntaxRules.filter(({ asks }) => asks.kind === 'count' && asks.to === 1);

const isUblRule = (id) => id.startsWith('UBL');

/** Names without a prefix are of the namespace `ram`. */
const prefixed = (path) =>
  path.replaceAll(/[^/|@]+/g, (name, at) =>
    name.includes(':') || name.startsWith('*') || path[at - 1] === '@' ? name : `ram:${name}`,
  );

const selected = (text, root, within) =>
  within.flatMap((path) => (path === '/' ? [root] : find(text, root, below(prefixed(path)))));

/** An absolute path starts at the document element. */
const below = (path) => path.replace(/^\/(?!\/)/, '');

/** The elements a rule looks into. */
export const withinOf = (text, root, { within, except }) => {
  const left = new Set(except ? selected(text, root, except) : []);
  return selected(text, root, within).filter((element) => !left.has(element));
};

/** Where what is forbidden would stand: `{ element, attribute }`, the path below a `within` with its prefixes. */
export const placeOf = ({ asks, id }) => {
  const path = asks.kind === 'count' ? asks.of : asks.path;
  const [element = '', attribute] = (isUblRule(id) ? path : prefixed(path)).split('@');
  return { element: element.replace(/\/$/, ''), attribute };
};

const occurs = (text, root, rule, within) => {
  const { element, attribute } = placeOf(rule);
  const from = element.startsWith('//') ? { children: [root] } : within;
  const found = element === '' ? [within] : find(text, from, below(element));
  return attribute === undefined ? found.length > 0 : found.some(({ attributes }) => attribute in attributes);
};

/** Ids of the absences that a document does not keep. */
export const brokenAbsences = (text, root, syntax) =>
  absences
    .filter(({ id, only }) => isUblRule(id) === (syntax !== 'cii') && (only === undefined || only === syntax))
    .filter((rule) => withinOf(text, root, rule).some((within) => occurs(text, root, rule, within)))
    .map(({ id }) => id);
