import type { Person } from '@parvis/domain/access/actor';
import { postMail } from '../../mail/post-mail.js';
import type { NewId } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';

export type FactorChange =
  | 'totpAdded'
  | 'totpRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'recoveryCodesRenewed'
  | 'openIdLinked'
  | 'openIdUnlinked';

interface MailPorts {
  readonly newId: NewId;
}

type MailStores = Pick<Stores, 'mail' | 'jobs' | 'factors'>;

/** Whoever did not do it themselves learns of it at once. */
export const postFactorChange = (
  stores: MailStores,
  { newId }: MailPorts,
  { email, language = 'fr' }: Pick<Person, 'email' | 'language'>,
  change: FactorChange,
): Promise<void> => {
  const what = changes[change][language];
  return postMail(stores, newId, { to: email, ...letters[language](what) });
};

/** A recovery code is for the day the phone is lost: its use is worth a word, and the count a reminder. */
export const postRecoveryCodeUsed = async (
  stores: MailStores,
  { newId }: MailPorts,
  { userId, email, language = 'fr' }: Person,
): Promise<void> => {
  const left = await stores.factors.countRecoveryCodes(userId);
  const what =
    language === 'fr'
      ? `Une connexion à votre compte Parvis a utilisé un code de secours. Codes restants : ${left}.`
      : `A sign-in to your Parvis account used a recovery code. Codes left: ${left}.`;
  return postMail(stores, newId, { to: email, ...letters[language](what) });
};

const changes: Record<FactorChange, Record<'fr' | 'en', string>> = {
  totpAdded: {
    fr: "Une application d'authentification protège désormais votre compte Parvis.",
    en: 'An authenticator app now protects your Parvis account.',
  },
  totpRemoved: {
    fr: "L'application d'authentification de votre compte Parvis a été retirée.",
    en: 'The authenticator app of your Parvis account was removed.',
  },
  passkeyAdded: {
    fr: "Une clé d'accès a été ajoutée à votre compte Parvis.",
    en: 'A passkey was added to your Parvis account.',
  },
  passkeyRemoved: {
    fr: "Une clé d'accès de votre compte Parvis a été retirée.",
    en: 'A passkey of your Parvis account was removed.',
  },
  recoveryCodesRenewed: {
    fr: 'De nouveaux codes de secours ont remplacé les précédents sur votre compte Parvis.',
    en: 'New recovery codes replaced the former ones of your Parvis account.',
  },
  openIdLinked: {
    fr: "Un fournisseur d'identité permet désormais de se connecter à votre compte Parvis.",
    en: 'An identity provider now signs in to your Parvis account.',
  },
  openIdUnlinked: {
    fr: "Un fournisseur d'identité ne permet plus de se connecter à votre compte Parvis.",
    en: 'An identity provider no longer signs in to your Parvis account.',
  },
};

const letters: Record<'fr' | 'en', (what: string) => { readonly subject: string; readonly body: string }> = {
  fr: (what) => ({
    subject: 'Parvis : la protection de votre compte a changé',
    body: `Bonjour,\n\n${what}\n\nSi c'est vous, vous n'avez rien à faire. Sinon, connectez-vous, ouvrez « Mon compte », déconnectez les autres appareils et changez votre mot de passe.\n`,
  }),
  en: (what) => ({
    subject: 'Parvis: the protection of your account has changed',
    body: `Hello,\n\n${what}\n\nIf this was you, there is nothing to do. If not, sign in, open "My account", sign out the other devices and change your password.\n`,
  }),
};
