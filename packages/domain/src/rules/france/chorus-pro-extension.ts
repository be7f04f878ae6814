import type { Stray } from '../evidence.js';
import type { Place } from '../place.js';
import { type Finding, isCii, type Judged, type Rule, rule } from '../rule.js';
import { childIn } from '../written-file.js';
import { lengthOf, normalised } from './fields.js';
import { type FurtherParty, hasFurtherElements, schemeOf, sellersAgents } from './further-parties.js';
import { isSiren, schemes } from './party-identifiers.js';

/** How Chorus Pro knows a structure without SIRET. */
const otherStructures: readonly string[] = [
  schemes.foreignVat,
  schemes.person,
  schemes.outsideUnion,
  schemes.ridet,
  schemes.tahiti,
];

const found = ({ path, location }: Place<Stray>, values?: Finding['values']): Finding => ({
  path,
  ...(location ? { location } : {}),
  ...(values && { values }),
});

const has = ({ identifiers }: FurtherParty, wanted: readonly string[]): boolean =>
  identifiers.some((identifier) => wanted.includes(schemeOf(identifier) ?? ''));

const hasSiren = ({ legalRegistration }: FurtherParty): boolean =>
  legalRegistration !== undefined &&
  schemeOf(legalRegistration) === schemes.siren &&
  isSiren(normalised(legalRegistration.text));

const agentIsIdentified = rule({
  id: 'BR-FR-CPRO-18',
  terms: ['BG-4'],
  concerns: hasFurtherElements,
  *check(judged) {
    for (const agent of sellersAgents(judged))
      if (!has(agent, hasSiren(agent) ? [schemes.siret] : [schemes.siret, ...otherStructures]))
        yield found(agent.place);
  },
});

/** Who is paid directly, and who shares a contract, names its holder. A form has no place for it. */
const holderIsNamed = rule({
  id: 'BR-FR-CPRO-21',
  terms: ['BG-4', 'BT-23'],
  check: (judged) => {
    const { invoice, context } = judged;
    if (!context.evidence || !/^S[36]$/.test(invoice.businessProcess?.trim() ?? '')) return [];
    const isNamed = sellersAgents(judged).some((agent) => hasSiren(agent) && has(agent, [schemes.siret]));
    return isNamed ? [] : [{ path: 'seller' }];
  },
});

const oneContact = rule({
  id: 'BR-FR-CPRO-28',
  terms: ['BG-4'],
  concerns: hasFurtherElements,
  *check(judged) {
    const name = isCii(judged.context) ? 'ram:DefinedTradeContact' : 'cac:Contact';
    for (const { place } of sellersAgents(judged))
      if (place.item.children.filter(({ element }) => element === name).length > 1) yield found(place);
  },
});

const MAXIMUM_PLACE = 20;

/** The places of delivery of lines, which only the extension knows. */
const placesOfLines = ({ file, context }: Judged): readonly Place<Stray>[] =>
  isCii(context)
    ? file
        .strays('ram:ShipToTradeParty')
        .filter(({ item }) => item.parent === 'ram:SpecifiedLineTradeDelivery')
    : file.strays('cac:DeliveryLocation');

const shortPlaceOfLine = rule({
  id: 'BR-FR-CPRO-40',
  terms: ['BT-71'],
  concerns: hasFurtherElements,
  *check(judged) {
    for (const place of placesOfLines(judged)) {
      const { item } = place;
      const text = (childIn(item, 'ram:GlobalID') ?? childIn(item, 'ram:ID') ?? childIn(item, 'cbc:ID'))
        ?.text;
      const length = lengthOf(normalised(text ?? ''));
      if (length > MAXIMUM_PLACE)
        yield found(place, { length: String(length), maximum: String(MAXIMUM_PLACE) });
    }
  },
});

/** What Chorus Pro asks of the parties and places that only the French extension knows. */
export const chorusProExtensionRules: readonly Rule[] = [
  agentIsIdentified,
  holderIsNamed,
  oneContact,
  shortPlaceOfLine,
];
