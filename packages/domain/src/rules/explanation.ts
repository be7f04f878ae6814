import type { Language } from '../display/language.js';
import type { Fault } from './fault.js';
import { businessTermLabel } from './texts/business-terms.js';
import { type Figures, fill, type RuleText, type Wording } from './texts/wording.js';

/** A fault in words, for whoever sent the invoice. */
export interface FaultExplanation {
  /** The field: « Numéro d'engagement (BT-13) ». */
  readonly label: string;
  /** What is wrong, with the figures. */
  readonly message: string;
  readonly why: string;
  /** What to do now. */
  readonly nextStep: string;
}

/** Says a fault in words, by the sentences given. A rule without one is named, with what to do. */
export const explainBy = (
  texts: Readonly<Record<string, RuleText>>,
  fault: Fault,
  language: Language,
): FaultExplanation => {
  const known = figuresOf(fault);
  const text = textFor(texts[fault.rule], known);
  const { message, why, nextStep } = text?.[language] ?? unknown[language];
  const figures = { ...known, ...text?.derived?.(known) };
  const said = (sentence: string): string => startingUpper(fill(sentence, figures, language));
  return {
    label: labelOf(fault, language),
    message: said(message),
    why: said(why),
    nextStep: said(nextStep),
  };
};

const textFor = (text: RuleText | undefined, figures: Figures): RuleText | undefined =>
  text?.instead?.(figures) ?? text;

const figuresOf = ({ rule, values, patch, path, location }: Fault): Figures => ({
  ...values,
  rule,
  ...(patch && { mend: patch.to }),
  ...lineAround(path, location),
});

/** The rank of the line that a fault stands in, for people; `ofDocument` where it stands in none. */
const lineAround = (path: string, location = ''): Figures => {
  const index = /^lines\[(\d+)\]/.exec(path)?.[1];
  if (index !== undefined) return { ofLine: String(Number(index) + 1) };
  const rank = lineElement.exec(location);
  return rank ? { ofLine: rank[1] ?? '1' } : { ofDocument: '' };
};

const lineElement =
  /\/(?:cac:(?:Invoice|CreditNote)Line|ram:IncludedSupplyChainTradeLineItem)(?:\[(\d+)\])?(?=\/)/;

const labelOf = ({ terms }: Fault, language: Language): string => {
  const [term] = terms;
  if (term) return businessTermLabel(term, language);
  return language === 'fr' ? 'Fichier' : 'File';
};

/** Optional beginnings leave sentences that start in lower case. */
const startingUpper = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const unknown: Readonly<Record<Language, Wording>> = {
  fr: {
    message: 'La facture ne respecte pas la règle {rule}.',
    why: 'Cette règle fait partie des contrôles appliqués à toutes les factures.',
    nextStep: "Montrez ce message à l'éditeur de votre logiciel de facturation.",
  },
  en: {
    message: 'The invoice does not keep the rule {rule}.',
    why: 'This rule is one of the checks made on every invoice.',
    nextStep: 'Show this message to your invoicing software vendor.',
  },
};
