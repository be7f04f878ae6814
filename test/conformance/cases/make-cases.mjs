/**
 * Writes `cases.json`: for each official rule and syntax a document it rejects and the one beside it that it accepts.
 *
 * - A rejected document is one of our mutants where one breaks the rule, the simplest of them, and the verdict expected
 *   is the official one. Else it is made here: a forbidden element put where its declaration says (`absences.mjs`), or an
 *   edit written out (`rule-edits.mjs`).
 * - The accepted document is the base, as it was before the fault. Where the base itself breaks the rule, it is a mutant of
 *   it that does not.
 *
 * Run it after a change of the rules: `npm run cases -w @parvis/test-conformance`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { absences, brokenAbsences, placeOf, singles, withinOf } from './absences.mjs';
import { attribute, double, inside } from './edits.mjs';
import { ruleEdits } from './rule-edits.mjs';
import { find, parse, patchOf, steps } from './xml-text.mjs';

const corpus = new URL('../../corpus/mutants/', import.meta.url);
const { rules } = JSON.parse(readFileSync(new URL('../official-rules.json', import.meta.url), 'utf8'));

const syntaxOf = (base) => {
  if (base.includes('cii')) return 'cii';
  return base.includes('creditnote') ? 'ubl-credit-note' : 'ubl-invoice';
};
const familyOf = (base) => (base.includes('cii') ? 'cii' : 'ubl');

const texts = new Map();
const textOf = (base) => {
  if (!texts.has(base)) texts.set(base, readFileSync(new URL(`bases/${base}.xml`, corpus), 'utf8'));
  return texts.get(base);
};

/** What must have a case: every rule in every syntax where it can fire. */
const wanted = rules.flatMap(({ id, neverFires = [], ...severities }) =>
  ['ubl', 'cii']
    .filter((syntax) => severities[syntax] && !neverFires.includes(syntax))
    .map((syntax) => `${id} ${syntax}`),
);

const mutants = gunzipSync(readFileSync(new URL('mutants.jsonl.gz', corpus)))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter(({ result }) => result === 'ok');

/** What the official rules say of a base itself: nearly all its mutants keep saying it. */
const standing = (base) => {
  const all = mutants.filter((mutant) => mutant.base === `${base}.xml`);
  const counts = new Map();
  for (const { fatal, warning } of all)
    for (const rule of new Set([...fatal, ...warning])) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > all.length * 0.9).map(([rule]) => rule);
};

/** The simplest mutant that breaks each rule: few rules broken, few changes, a small base. */
const fromMutants = () => {
  const simplest = new Map();
  for (const { id, base, ops, fatal, warning, add, cut } of mutants) {
    const broken = [...new Set([...fatal, ...warning])];
    const weight = [broken.length, ops.length, textOf(base.replace('.xml', '')).length, add.length + cut];
    for (const rule of broken) {
      const key = `${rule} ${familyOf(base)}`;
      if (isLess(weight, simplest.get(key)?.weight)) simplest.set(key, { mutant: id, weight });
    }
  }
  return new Map([...simplest].map(([key, { mutant }]) => [key, { mutant }]));
};

const isLess = (weight, than) => {
  if (!than) return true;
  const differing = weight.findIndex((part, index) => part !== than[index]);
  return differing >= 0 && weight[differing] < than[differing];
};

/** Groups and codes that rules of their own look into, filled so that those stay silent. */
const fills = {
  'ram:AdditionalReferencedDocument': '<ram:IssuerAssignedID>X</ram:IssuerAssignedID>',
  'ram:PayeeTradeParty': '<ram:Name>X</ram:Name>',
  'cac:AdditionalDocumentReference': '<cbc:ID>X</cbc:ID>',
  'cbc:TaxExemptionReasonCode': 'VATEX-EU-132',
  'cbc:DescriptionCode': '35',
  'ram:SubjectCode': 'AAI',
};

/** What stands in a forbidden element: something of the kind its name promises. */
const fillOf = (name) => {
  if (fills[name] !== undefined) return fills[name];
  if (/Amount$/.test(name)) return '1.00';
  if (/(Quantity|Percent|Numeric|Measure|Rate)$/.test(name)) return '1';
  if (/Date$/.test(name)) return '2026-09-01';
  if (/Time$/.test(name)) return name.startsWith('udt:') ? '2026-09-01T00:00:00' : '';
  if (/Indicator$/.test(name))
    return name.startsWith('ram:') ? '<udt:Indicator>false</udt:Indicator>' : 'false';
  if (/(CountryID|IdentificationCode)$/.test(name)) return 'FR';
  return name.startsWith('cac:') ? '' : 'X';
};

const namespaces = {
  ext: 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2',
};

const elementText = ([name, ...inner], attributeName) => {
  const [prefix] = name.split(':');
  const declared = namespaces[prefix] ? ` xmlns:${prefix}="${namespaces[prefix]}"` : '';
  const currency = name.startsWith('cbc:') && name.endsWith('Amount') ? ' currencyID="EUR"' : '';
  const own = inner.length === 0 && attributeName ? ` ${attributeName}="X"` : '';
  const content = inner.length > 0 ? elementText(inner, attributeName) : fillOf(name);
  return `<${name}${declared}${currency}${own}>${content}</${name}>`;
};

/** Of `a|b` the name that the base uses. */
const oneName = (name, base) => {
  const names = name.split('|');
  return names.find((each) => each.includes('CreditNote') === base.includes('creditnote')) ?? names[0];
};

/** Path of ranks from the document element down to an element: `rsm:A[1]/ram:B[2]`. */
const pathTo = (element) => {
  if (!element.parent) return '';
  const same = element.parent.children.filter(({ name }) => name === element.name);
  const above = pathTo(element.parent);
  return `${above}${above && '/'}${element.name}[${same.indexOf(element) + 1}]`;
};

/** Puts what a rule forbids into a base; undefined where the base has no element that the rule looks into. */
const withForbidden = (rule, base) => {
  const text = textOf(base);
  const root = parse(text);
  const { element, attribute: attributeName } = placeOf(rule);
  const [within] = withinOf(text, root, rule);
  if (!within) return undefined;
  if (element.startsWith('//')) return anywhere(text, root, element, attributeName, base);
  const names =
    element === '' ? [] : steps(element.replace(/^\//, '')).map(({ name }) => oneName(name, base));
  let place = within;
  while (names.length > (attributeName ? 0 : 1)) {
    const next = place.children.find(({ name }) => name === names[0]);
    if (!next) break;
    place = next;
    names.shift();
  }
  return put(text, place, names, attributeName);
};

/** Of `//a/b/@c`: below as much of it as the base has. */
const anywhere = (text, root, path, attributeName, base) => {
  const names = steps(path).map(({ name }) => oneName(name, base));
  if (names[0] === '*')
    return { made: 0, text: attribute(pathTo(root.children[0]), attributeName, 'X')(text) };
  for (let known = attributeName ? names.length : names.length - 1; known > 0; known--) {
    const [found] = find(text, { children: [root] }, `//${names.slice(0, known).join('/')}`);
    if (found) return put(text, found, names.slice(known), attributeName);
  }
  return put(text, root, names, attributeName);
};

const put = (text, place, names, attributeName) => {
  const edit =
    names.length === 0
      ? attribute(pathTo(place), attributeName, 'X')
      : inside(pathTo(place), elementText(names, attributeName));
  return { made: names.length, text: edit(text) };
};

const bases = {
  ubl: ['min-ubl-invoice', 'oos-ubl-invoice', 'max-ubl-invoice', 'min-ubl-creditnote', 'max-ubl-creditnote'],
  cii: ['min-cii', 'oos-cii', 'max-cii'],
};

/** Rules that speak beside those an element breaks by its place alone. */
const companions = {
  'CII-SR-461': ['BR-CO-03'],
  'UBL-CR-489': ['BR-49'],
  ...Object.fromEntries(['121', '125', '127', '130'].map((number) => [`UBL-CR-${number}`, ['UBL-CR-666']])),
};

const fromAbsences = (missing) =>
  absences.flatMap((rule) => {
    const family = rule.id.startsWith('CII') ? 'cii' : 'ubl';
    const key = `${rule.id} ${family}`;
    if (!missing.has(key)) return [];
    const made = bases[family]
      .filter((base) => rule.only === undefined || syntaxOf(base) === rule.only)
      .flatMap((base) => {
        const document = withForbidden(rule, base);
        return document ? [{ base, ...document }] : [];
      });
    const [best] = made.sort((a, b) => a.made - b.made);
    if (!best) return [];
    const broken = brokenAbsences(best.text, parse(best.text), syntaxOf(best.base));
    if (!broken.includes(rule.id)) throw new Error(`${rule.id} is not broken by its own case.`);
    return [[key, rejected(best.base, best.text, [...broken, ...(companions[rule.id] ?? [])])]];
  });

/** Writes an element twice that may stand once. */
const fromSingles = (missing) =>
  singles.flatMap((rule) => {
    const key = `${rule.id} ${rule.id.startsWith('CII') ? 'cii' : 'ubl'}`;
    if (!missing.has(key)) return [];
    const base = rule.id.startsWith('CII') ? 'max-cii' : 'max-ubl-invoice';
    const text = textOf(base);
    const root = parse(text);
    const [within] = withinOf(text, root, rule);
    const [known] = find(text, within, placeOf(rule).element);
    const once = known ? text : put(text, ...openTo(within, placeOf(rule).element)).text;
    const [element] = find(once, withinOf(once, parse(once), rule)[0], placeOf(rule).element);
    const twice = double(pathTo(element))(once);
    const broken = brokenAbsences(twice, parse(twice), syntaxOf(base));
    return [[key, rejected(base, twice, [rule.id, ...broken, ...(companions[rule.id] ?? [])])]];
  });

/** As much of a path as is there, and the names that are missing. */
const openTo = (within, path) => {
  const names = steps(path).map(({ name }) => name);
  let place = within;
  while (names.length > 1) {
    const next = place.children.find(({ name }) => name === names[0]);
    if (!next) break;
    place = next;
    names.shift();
  }
  return [place, names, undefined];
};

const fromEdits = (missing) =>
  ruleEdits.flatMap(({ rules: ids, base, edits, fires = [] }) => {
    const text = edits.reduce((changed, edit) => edit(changed), textOf(base));
    return ids
      .map((id) => `${id} ${familyOf(base)}`)
      .filter((key) => missing.has(key))
      .map((key) => [key, rejected(base, text, [...ids, ...fires])]);
  });

const rejected = (base, text, fires) => ({
  base,
  ...patchOf(textOf(base), text),
  fires: [...new Set([...fires, ...standing(base)])].sort(),
});

const without = (known) => new Set(wanted.filter((key) => !known.has(key)));

const cases = fromMutants();
for (const made of [fromEdits, fromAbsences, fromSingles])
  for (const [key, found] of made(without(cases))) cases.set(key, found);

/** For a rule that the base breaks itself: a mutant of the base that mends it. */
const mended = (rule, base) => {
  if (!standing(base).includes(rule)) return {};
  const found = mutants
    .filter((mutant) => mutant.base === `${base}.xml` && ![...mutant.fatal, ...mutant.warning].includes(rule))
    .sort((a, b) => a.fatal.length + a.warning.length - (b.fatal.length + b.warning.length));
  return { accepted: found[0].id };
};

const baseOf = ({ base, mutant }) => base ?? mutant.split('/')[0];

const rows = wanted
  .filter((key) => cases.has(key))
  .map((key) => {
    const [rule, syntax] = key.split(' ');
    return { rule, syntax, ...cases.get(key), ...mended(rule, baseOf(cases.get(key))) };
  });
const usedBases = [...new Set(rows.map(baseOf))].sort();
const content = {
  bases: Object.fromEntries(usedBases.map((base) => [base, standing(base)])),
  cases: '…',
};
const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
writeFileSync(
  new URL('cases.json', import.meta.url),
  `${JSON.stringify(content, null, 2).replace('"…"', () => `[\n${lines}\n  ]`)}\n`,
);
const left = without(cases);
process.stdout.write(
  `${rows.length} cases; ${left.size} rules without one${left.size > 0 ? `:\n${[...left].join('\n')}` : '.'}\n`,
);
