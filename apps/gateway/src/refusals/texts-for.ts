import type { Language } from '@parvis/domain/display/language';

/** What happened and what to do now, in both languages. */
export type Bilingual = Readonly<Record<Language, readonly [message: string, nextStep: string]>>;

/** One entry for each code; where the sentence names values of the refusal, it is made of them. */
export type TextsFor<Refusals extends { readonly code: string }> = {
  readonly [Code in Refusals['code']]:
    | Bilingual
    | ((refusal: Extract<Refusals, { readonly code: Code }>) => Bilingual);
};
