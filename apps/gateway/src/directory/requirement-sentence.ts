import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';

/** What an invoice to this entity must carry, in one sentence a supplier can act on. */
export const requirementSentence = (
  entry: Pick<DirectoryEntry, 'requirements' | 'services'>,
  language: 'fr' | 'en',
): string => sentences[language][whatIsAsked(entry)];

type Asked =
  | 'both'
  | 'serviceCode'
  | 'serviceCodeAndSometimesEngagement'
  | 'engagementNumber'
  | 'either'
  | 'sometimesEngagement'
  | 'nothing';

const whatIsAsked = ({
  requirements,
  services,
}: Pick<DirectoryEntry, 'requirements' | 'services'>): Asked => {
  const someServicesAsk = services.some(
    ({ active, engagementNumberRequired }) => active && engagementNumberRequired,
  );
  if (requirements.serviceCode && requirements.engagementNumber) return 'both';
  if (requirements.serviceCode) return someServicesAsk ? 'serviceCodeAndSometimesEngagement' : 'serviceCode';
  if (requirements.engagementNumber) return 'engagementNumber';
  if (requirements.serviceCodeOrEngagementNumber) return 'either';
  return someServicesAsk ? 'sometimesEngagement' : 'nothing';
};

const sentences: Record<'fr' | 'en', Record<Asked, string>> = {
  fr: {
    both: "Indiquez le code service et le numéro d'engagement juridique.",
    serviceCode: 'Indiquez le code service.',
    serviceCodeAndSometimesEngagement:
      "Indiquez le code service ; certains services demandent aussi le numéro d'engagement juridique.",
    engagementNumber: "Indiquez le numéro d'engagement juridique.",
    either: "Indiquez le code service ou le numéro d'engagement juridique.",
    sometimesEngagement: "Certains services demandent le numéro d'engagement juridique.",
    nothing: 'Le SIRET suffit.',
  },
  en: {
    both: 'Give the service code and the engagement number.',
    serviceCode: 'Give the service code.',
    serviceCodeAndSometimesEngagement:
      'Give the service code; some services also need the engagement number.',
    engagementNumber: 'Give the engagement number.',
    either: 'Give the service code or the engagement number.',
    sometimesEngagement: 'Some services need the engagement number.',
    nothing: 'The SIRET is enough.',
  },
};
