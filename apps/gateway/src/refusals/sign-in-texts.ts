import type { SecondFactorRequired, SignInRefusal } from '@parvis/application/people/sign-in';
import type { Language } from '@parvis/domain/display/language';
import { parisTime } from '../time/paris-time.js';

/** Why no session was opened and what to do, in a sentence or two; never which of address and password was wrong. */
export const signInSentence = (
  refusal: Exclude<SignInRefusal, SecondFactorRequired>,
  language: Language,
): string => {
  if (refusal.code === 'credentials-refused') {
    return language === 'fr'
      ? "L'adresse ou le mot de passe ne convient pas. Vérifiez les deux, puis réessayez."
      : 'The address or the password does not match. Check both, then try again.';
  }
  const time = parisTime(refusal.retryAt, language);
  if (language === 'fr') {
    const what = refusal.of === 'address' ? 'pour cette adresse' : 'depuis votre réseau';
    return `Trop d'essais ${what}. Réessayez à partir de ${time}, ou connectez-vous dès maintenant avec votre clé d'accès.`;
  }
  const what = refusal.of === 'address' ? 'for this address' : 'from your network';
  return `Too many tries ${what}. Try again from ${time} (Paris time), or sign in right now with your passkey.`;
};
