import type { Language } from '../display/language.js';
import { explainBy, type FaultExplanation } from './explanation.js';
import type { Fault } from './fault.js';
import { chorusProTexts } from './texts/chorus-pro-texts.js';
import { codeListTexts } from './texts/code-list-texts.js';
import { frenchRuleTexts } from './texts/french-rule-texts.js';
import { normTexts } from './texts/norm-texts.js';
import { publicSectorTexts } from './texts/public-sector-texts.js';
import { vatCategoryTexts } from './texts/vat-category-texts.js';
import type { RuleText } from './texts/wording.js';

const texts: Readonly<Record<string, RuleText>> = {
  ...normTexts,
  ...vatCategoryTexts,
  ...codeListTexts,
  ...frenchRuleTexts,
  ...chorusProTexts,
  ...publicSectorTexts,
};

/**
 * Says in words a fault of an invoice that is being entered. Without the sentences about files (syntax, reading), which a
 * page would load in vain.
 */
export const explainEnteredFault = (fault: Fault, language: Language): FaultExplanation =>
  explainBy(texts, fault, language);
