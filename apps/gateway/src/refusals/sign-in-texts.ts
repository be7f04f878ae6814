import type { Language } from '@parvis/domain/display/language';

type SignInRefusal =
  | { readonly code: 'credentials-refused' }
  | { readonly code: 'too-many-tries'; readonly retryAt: Date };

/** Why no session was opened and what to do, in one sentence; never which of the two was wrong. */
export const signInSentence = (refusal: SignInRefusal, language: Language): string => {
  if (refusal.code === 'credentials-refused') {
    return language === 'fr'
      ? "L'adresse ou le mot de passe ne convient pas. Vérifiez les deux, puis réessayez."
      : 'The address or the password does not match. Check both, then try again.';
  }
  const time = refusal.retryAt.toLocaleTimeString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  });
  return language === 'fr'
    ? `Trop d'essais pour cette adresse. Réessayez à partir de ${time}.`
    : `Too many tries for this address. Try again from ${time} (Paris time).`;
};
