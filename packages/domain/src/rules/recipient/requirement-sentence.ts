import type { DirectoryEntry } from '../../directory/directory-entry.js';
import type { Language } from '../../display/language.js';

/** What an invoice to this entity must carry, in one sentence for suppliers. */
export const requirementSentence = (entry: DirectoryEntry, language: Language): string =>
  [demand(entry, language), servicesDemand(entry, language)].filter(Boolean).join(' ');

const demand = ({ requirements }: DirectoryEntry, language: Language): string => {
  const { serviceCode, engagementNumber, serviceCodeOrEngagementNumber } = requirements;
  const french = language === 'fr';
  if (serviceCode && engagementNumber) {
    return french
      ? "La facture doit porter un code service et un numéro d'engagement."
      : 'The invoice must carry a service code and an engagement number.';
  }
  if (serviceCode) {
    return french ? 'La facture doit porter un code service.' : 'The invoice must carry a service code.';
  }
  if (engagementNumber) {
    return french
      ? "La facture doit porter un numéro d'engagement ou de marché."
      : 'The invoice must carry an engagement or contract number.';
  }
  if (serviceCodeOrEngagementNumber) {
    return french
      ? "La facture doit porter un code service ou un numéro d'engagement."
      : 'The invoice must carry a service code or an engagement number.';
  }
  return french
    ? "Ni code service ni numéro d'engagement ne sont exigés."
    : 'Neither a service code nor an engagement number is required.';
};

/** The services that ask for more than the entity does. */
const servicesDemand = ({ requirements, services }: DirectoryEntry, language: Language): string => {
  if (requirements.engagementNumber) return '';
  const names = services
    .filter(({ active, engagementNumberRequired }) => active && engagementNumberRequired)
    .map(({ name }) => name);
  if (names.length === 0) return '';
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  if (language === 'en') return `An engagement number is also required by: ${list}.`;
  return `Un numéro d'engagement est aussi exigé par : ${list}.`;
};
