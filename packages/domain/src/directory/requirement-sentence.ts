import type { Language } from '../display/language.js';
import type { DirectoryEntry, DirectoryService } from './directory-entry.js';

/** What the sentence looks at: an entry, or settings not yet saved. */
export interface Demanding extends Pick<DirectoryEntry, 'requirements' | 'worksAuthority'> {
  readonly services: readonly Pick<DirectoryService, 'active' | 'engagementNumberRequired'>[];
}

/** What an invoice to this entity must carry, in one sentence or two that a supplier can act on. */
export const requirementSentence = (entry: Demanding, language: Language): string => {
  const demand = sentences[language][askedBy(entry)];
  return entry.worksAuthority === 'only' ? `${worksOnly[language]} ${demand}` : demand;
};

type Asked =
  | 'both'
  | 'serviceCode'
  | 'serviceCodeAndSometimesEngagement'
  | 'engagementNumber'
  | 'engagementNumberSaveSome'
  | 'bothSaveSome'
  | 'either'
  | 'sometimesEngagement'
  | 'nothing';

const askedBy = ({ requirements, services }: Demanding): Asked => {
  const says = (required: boolean): boolean =>
    services.some(({ active, engagementNumberRequired }) => active && engagementNumberRequired === required);
  if (requirements.serviceCode && requirements.engagementNumber) return says(false) ? 'bothSaveSome' : 'both';
  if (requirements.serviceCode) return says(true) ? 'serviceCodeAndSometimesEngagement' : 'serviceCode';
  if (requirements.engagementNumber) return says(false) ? 'engagementNumberSaveSome' : 'engagementNumber';
  if (requirements.serviceCodeOrEngagementNumber) return 'either';
  return says(true) ? 'sometimesEngagement' : 'nothing';
};

const worksOnly: Readonly<Record<Language, string>> = {
  fr: 'Seules les factures de travaux sont reçues ici.',
  en: 'Works documents alone are taken here.',
};

const sentences: Readonly<Record<Language, Readonly<Record<Asked, string>>>> = {
  fr: {
    both: "Indiquez le code service et le numéro d'engagement juridique.",
    bothSaveSome:
      "Indiquez le code service et le numéro d'engagement juridique, dont certains services se passent.",
    serviceCode: 'Indiquez le code service.',
    serviceCodeAndSometimesEngagement:
      "Indiquez le code service ; certains services demandent aussi le numéro d'engagement juridique.",
    engagementNumber: "Indiquez le numéro d'engagement juridique.",
    engagementNumberSaveSome:
      "Indiquez le numéro d'engagement juridique, sauf pour les services qui s'en passent.",
    either: "Indiquez le code service ou le numéro d'engagement juridique.",
    sometimesEngagement: "Certains services demandent le numéro d'engagement juridique.",
    nothing: 'Le SIRET suffit.',
  },
  en: {
    both: 'Give the service code and the engagement number.',
    bothSaveSome: 'Give the service code and the engagement number, which some services do without.',
    serviceCode: 'Give the service code.',
    serviceCodeAndSometimesEngagement:
      'Give the service code; some services also need the engagement number.',
    engagementNumber: 'Give the engagement number.',
    engagementNumberSaveSome: 'Give the engagement number, except for services that do without.',
    either: 'Give the service code or the engagement number.',
    sometimesEngagement: 'Some services need the engagement number.',
    nothing: 'The SIRET is enough.',
  },
};
