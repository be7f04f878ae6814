import { formatDate } from '../display/format.js';
import type { Language } from '../display/language.js';
import type { AdviceReason, ServiceAdvice } from './service-advice.js';

/** Why a service is proposed, for people: « Utilisé le 3 mars 2026 pour F-12. » */
export const adviceSentence = ({ reasons }: Pick<ServiceAdvice, 'reasons'>, language: Language): string =>
  reasons.map((reason) => sentenceIn[language](reason)).join(' ');

const sentenceIn: Readonly<Record<Language, (reason: AdviceReason) => string>> = {
  fr: (reason) => {
    switch (reason.kind) {
      case 'used':
        return `Utilisé le ${formatDate(reason.on, 'fr')} pour votre facture ${reason.number}.`;
      case 'code':
        return "C'est le code de ce service.";
      case 'word':
        return `Le service porte le mot « ${reason.found} ».`;
      case 'need':
        return `« ${reason.asked} » relève de ce domaine : ${reason.need.fr}.`;
      case 'likeness':
        return `« ${reason.found} » ressemble à « ${reason.asked} ».`;
    }
  },
  en: (reason) => {
    switch (reason.kind) {
      case 'used':
        return `Used on ${formatDate(reason.on, 'en')} for your invoice ${reason.number}.`;
      case 'code':
        return 'This is the code of the service.';
      case 'word':
        return `The service bears the word "${reason.found}".`;
      case 'need':
        return `"${reason.asked}" belongs to this field: ${reason.need.en}.`;
      case 'likeness':
        return `"${reason.found}" is like "${reason.asked}".`;
    }
  },
};
