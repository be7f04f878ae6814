import type { Language } from '../display/language.js';
import { explainBy, type FaultExplanation } from './explanation.js';
import type { Fault } from './fault.js';
import { adviceTexts } from './texts/advice-texts.js';
import { chorusProTexts } from './texts/chorus-pro-texts.js';
import { codeListTexts } from './texts/code-list-texts.js';
import { engagementTexts } from './texts/engagement-texts.js';
import { frenchRuleTexts } from './texts/french-rule-texts.js';
import { normTexts } from './texts/norm-texts.js';
import { profileTexts } from './texts/profile-texts.js';
import { publicSectorTexts } from './texts/public-sector-texts.js';
import { readerTexts } from './texts/reader-texts.js';
import { schemaTexts } from './texts/schema-texts.js';
import { syntaxTexts } from './texts/syntax-texts.js';
import { vatCategoryTexts } from './texts/vat-category-texts.js';
import type { RuleText } from './texts/wording.js';

const texts: Readonly<Record<string, RuleText>> = {
  ...normTexts,
  ...vatCategoryTexts,
  ...codeListTexts,
  ...frenchRuleTexts,
  ...chorusProTexts,
  ...publicSectorTexts,
  ...engagementTexts,
  ...profileTexts,
  ...readerTexts,
  ...adviceTexts,
  ...schemaTexts,
  ...syntaxTexts,
};

/** Every rule id that can be explained. */
export const explainedRules: readonly string[] = Object.keys(texts);

/** Says a fault in words, whatever found it. */
export const explainFault = (fault: Fault, language: Language): FaultExplanation =>
  explainBy(texts, fault, language);
