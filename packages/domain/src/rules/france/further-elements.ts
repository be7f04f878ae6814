import type { Stray } from '../evidence.js';
import type { Place } from '../place.js';
import { type Finding, isCii, isUbl, type Judged, type Rule, rule } from '../rule.js';
import { textIn } from '../written-file.js';
import { kinds } from './attachments-and-items.js';
import { isAddressOfTheReform } from './electronic-addresses.js';
import { lengthOf, normalised } from './fields.js';
import { type FurtherParty, furtherParties, hasFurtherElements, schemeOf } from './further-parties.js';
import { documentTypes, isDayOfThisCentury, isNumber } from './numbers-and-dates.js';
import { isSiren, isSiretByShape, schemes } from './party-identifiers.js';
import { categories, rates } from './vat.js';

const at = ({ path, location }: Place<Stray>, found: string): Finding => ({
  path,
  ...(location ? { location } : {}),
  values: { found, length: String(lengthOf(found)), maximum: '35', decimals: '2' },
});

const isExtended = ({ context }: Judged): boolean => context.evidence?.extension !== undefined;

/** The finding of each party whose text is wrong. */
const ofParties = (id: string, term: string, wrongIn: (party: FurtherParty) => string | undefined): Rule =>
  rule({
    id,
    terms: [term],
    concerns: hasFurtherElements,
    *check(judged) {
      for (const party of furtherParties(judged)) {
        const found = wrongIn(party);
        if (found !== undefined) yield at(party.place, found);
      }
    },
  });

const siretOutOfPlace = ({ identifiers, legalRegistration }: FurtherParty): string | undefined => {
  const siret = identifiers.find((identifier) => schemeOf(identifier) === schemes.siret)?.text;
  if (siret === undefined) return undefined;
  const written =
    legalRegistration && schemeOf(legalRegistration) === schemes.siren && legalRegistration.text;
  return isSiretByShape(siret) && siret.slice(0, 9) === (written || siret.slice(0, 9)) ? undefined : siret;
};

const identifierWithoutScheme = ({ identifiers }: FurtherParty): string | undefined =>
  identifiers.find((identifier) => schemeOf(identifier) === undefined)?.text;

const schemeTwice = ({ identifiers }: FurtherParty): string | undefined => {
  const all = identifiers.map(schemeOf).filter((scheme) => scheme !== undefined);
  return all.find((scheme, index) => all.indexOf(scheme) < index);
};

const addressText = ({ address }: FurtherParty): string => address?.text ?? '';

/** Every stray of a name, under some parent, whose text is wrong. */
const ofStrays = (
  id: string,
  term: string,
  names: (judged: Judged) => readonly (readonly [element: string, parent: string])[],
  isWrong: (stray: Stray) => boolean,
): Rule =>
  rule({
    id,
    terms: [term],
    concerns: hasFurtherElements,
    *check(judged) {
      for (const [element, parent] of names(judged))
        for (const place of judged.file.strays(element))
          if (place.item.parent === parent && isWrong(place.item)) yield at(place, place.item.text);
    },
  });

const isOfNineDigits = (stray: Stray, ofSchemes: readonly string[]): boolean =>
  ofSchemes.includes(schemeOf(stray) ?? '') && !isSiren(normalised(stray.text));

const legal = ({ context }: Judged) =>
  [
    isUbl(context)
      ? (['cbc:CompanyID', 'cac:PartyLegalEntity'] as const)
      : (['ram:ID', 'ram:SpecifiedLegalOrganization'] as const),
  ] as const;

const nineDigits: readonly string[] = [schemes.siren, schemes.singleTaxpayer];

const globalIdentifiers = rule({
  id: 'BR-FR-32-GLOBALID',
  terms: ['BT-29'],
  speaks: isCii,
  concerns: hasFurtherElements,
  *check({ file }) {
    for (const place of file.strays('ram:GlobalID'))
      if (isOfNineDigits(place.item, nineDigits)) yield at(place, place.item.text);
  },
});

/** UBL looks at tax categories of allowances and articles wherever they stand. */
const taxNames = [
  ['cac:TaxCategory', 'cac:AllowanceCharge'],
  ['cac:ClassifiedTaxCategory', 'cac:Item'],
] as const;
const inUbl = ({ context }: Judged) => (isUbl(context) ? taxNames : []);

const isWrongIn = (name: string, isRight: (text: string) => boolean) => (tax: Stray) => {
  const text = textIn(tax, name);
  return text !== undefined && !isRight(text);
};

const descriptions = ({ context }: Judged) =>
  isUbl(context) ? ([['cbc:DocumentDescription', 'cac:AdditionalDocumentReference']] as const) : [];

/** What lines say of the invoices they correct: number, day, type. */
const ofLineReferences = (
  id: string,
  term: string,
  part: 'number' | 'issueDate' | 'typeCode',
  isRight: (text: string, judged: Judged) => boolean,
): Rule =>
  rule({
    id,
    terms: [term],
    concerns: isExtended,
    *check(judged) {
      for (const [index, line] of (judged.context.evidence?.extension?.lines ?? []).entries())
        for (const reference of line.precedingInvoices) {
          const found = reference[part];
          if (found !== undefined && !isRight(found, judged))
            yield at({ path: `lines[${index}]`, item: nowhere }, found);
        }
    },
  });

const nowhere: Stray = { element: '', parent: '', text: '', attributes: {}, children: [] };

const precedingTypes = rule({
  id: 'BR-FR-04',
  terms: ['BG-3'],
  concerns: isExtended,
  check: ({ context }) =>
    (context.evidence?.extension?.precedingTypes ?? [])
      .filter((type) => !documentTypes.has(type))
      .map((found) => ({ path: 'precedingInvoices', values: { found } })),
});

/** The French rules about what a file holds beside the terms of EN 16931. */
export const furtherElementRules: readonly Rule[] = [
  ofLineReferences('BR-FR-01', 'BT-25', 'number', (text) => lengthOf(text) <= 35),
  ofLineReferences('BR-FR-02', 'BT-25', 'number', isNumber),
  ofLineReferences('BR-FR-03', 'BT-26', 'issueDate', isDayOfThisCentury),
  ofLineReferences('BR-FR-04', 'BG-3', 'typeCode', (text) => documentTypes.has(text)),
  precedingTypes,
  ofParties('BR-FR-09', 'BT-29', siretOutOfPlace),
  ofStrays(
    'BR-FR-15',
    'BT-118',
    inUbl,
    isWrongIn('cbc:ID', (code) => categories.has(code)),
  ),
  ofStrays(
    'BR-FR-16',
    'BT-119',
    inUbl,
    isWrongIn('cbc:Percent', (rate) => rates.has(rate)),
  ),
  ofStrays('BR-FR-17', 'BT-123', descriptions, ({ text }) => !kinds.has(text)),
  ofParties('BR-FR-23', 'BT-34', (party) =>
    party.address &&
    schemeOf(party.address) === schemes.electronicAddress &&
    !isAddressOfTheReform(addressText(party))
      ? addressText(party)
      : undefined,
  ),
  ofParties('BR-FR-25', 'BT-34', (party) =>
    lengthOf(addressText(party)) > 125 ? addressText(party) : undefined,
  ),
  ofStrays('BR-FR-32-LEGALID', 'BT-30', legal, (stray) => isOfNineDigits(stray, [schemes.siren])),
  globalIdentifiers,
  ofStrays(
    'BR-FR-32-ID',
    'BT-29',
    ({ context }) => (isUbl(context) ? [['cbc:ID', 'cac:PartyIdentification']] : []),
    (stray) => isOfNineDigits(stray, nineDigits),
  ),
  ofParties('BR-FR-CO-10', 'BT-29', identifierWithoutScheme),
  ofParties('BR-FR-CO-10', 'BT-29', schemeTwice),
];
