import type { OutgoingMail } from '../../mail/mail-outbox.js';
import { deviceWords, shortAddress } from '../sessions/device-words.js';
import type { Device } from '../sessions/session.js';
import type { FactorResetShown } from './factor-reset-store.js';

export type ResetNews = 'asked' | 'granted' | 'stopped' | 'expired' | 'done';

type Text = Pick<OutgoingMail, 'subject' | 'body'>;
type Language = 'fr' | 'en';

export const resetMailToPerson = (
  reset: FactorResetShown,
  news: ResetNews,
  page: string,
  language: Language,
): Text => {
  const [subject, body] = toPerson[news][language](reset);
  return { subject, body: `${body}\n\n${page}` };
};

export const resetMailToManager = (
  reset: FactorResetShown,
  news: ResetNews,
  page: string,
  language: Language,
): Text => {
  const [subject, body] = toManager[news][language](reset);
  return { subject, body: `${body}\n\n${page}` };
};

type Letters = Readonly<
  Record<ResetNews, Readonly<Record<Language, (reset: FactorResetShown) => readonly [string, string]>>>
>;

const toPerson: Letters = {
  asked: {
    fr: ({ device }) => [
      'Parvis : réinitialisation de vos seconds facteurs demandée',
      `Quelqu'un qui connaît votre mot de passe a demandé à retirer les seconds facteurs de votre compte${from(device, 'fr')}. Deux gestionnaires doivent l'approuver, puis 24 heures passent.\n\nSi ce n'est pas vous, connectez-vous, arrêtez la demande et changez votre mot de passe :`,
    ],
    en: ({ device }) => [
      'Parvis: a reset of your second factors was asked for',
      `Somebody who knows your password has asked to remove the second factors of your account${from(device, 'en')}. Two managers must approve it, then 24 hours pass.\n\nIf this was not you, sign in, stop the request and change your password:`,
    ],
  },
  granted: {
    fr: (reset) => [
      `Parvis : vos seconds facteurs seront retirés le ${dayOf(reset, 'fr')}`,
      `Deux personnes ont approuvé la demande. Vos seconds facteurs seront retirés le ${dayOf(reset, 'fr')} et toutes vos sessions prendront fin. D'ici là, vous pouvez encore l'arrêter :`,
    ],
    en: (reset) => [
      `Parvis: your second factors will be removed on ${dayOf(reset, 'en')}`,
      `Two people have approved the request. Your second factors will be removed on ${dayOf(reset, 'en')} and all your sessions will end. Until then you can still stop it:`,
    ],
  },
  stopped: {
    fr: (reset) => [
      'Parvis : la réinitialisation de vos seconds facteurs est arrêtée',
      `La demande est arrêtée par ${reset.stoppedByName ?? ''}.${why(reset, 'fr')} Vos seconds facteurs restent en place.`,
    ],
    en: (reset) => [
      'Parvis: the reset of your second factors was stopped',
      `The request was stopped by ${reset.stoppedByName ?? ''}.${why(reset, 'en')} Your second factors stay in place.`,
    ],
  },
  expired: {
    fr: () => [
      'Parvis : votre demande est restée sans réponse',
      "Deux personnes n'ont pas approuvé en sept jours : vos seconds facteurs restent en place. Joignez vos gestionnaires, puis refaites la demande depuis la page de connexion.",
    ],
    en: () => [
      'Parvis: your request was not answered',
      'Two people have not approved within seven days: your second factors stay in place. Reach your managers, then ask again from the sign-in page.',
    ],
  },
  done: {
    fr: () => [
      'Parvis : vos seconds facteurs sont retirés',
      'Vos seconds facteurs sont retirés et toutes vos sessions ont pris fin. Connectez-vous avec votre mot de passe, puis protégez de nouveau votre compte :',
    ],
    en: () => [
      'Parvis: your second factors were removed',
      'Your second factors were removed and all your sessions have ended. Sign in with your password, then protect your account again:',
    ],
  },
};

const toManager: Letters = {
  asked: {
    fr: ({ name, reason }) => [
      `${name} a perdu ses seconds facteurs`,
      `${name} demande à retirer les seconds facteurs de son compte : « ${reason} » Assurez-vous de vive voix que la demande vient bien de cette personne avant d'approuver. Deux approbations sont nécessaires :`,
    ],
    en: ({ name, reason }) => [
      `${name} has lost their second factors`,
      `${name} asks to remove the second factors of their account: "${reason}" Make sure in person or by voice that it is them before you approve. Two approvals are needed:`,
    ],
  },
  granted: {
    fr: (reset) => [
      `Les seconds facteurs de ${reset.name} seront retirés le ${dayOf(reset, 'fr')}`,
      `Deux personnes ont approuvé la demande de ${reset.name}. Si vous avez un doute, vous pouvez encore l'arrêter :`,
    ],
    en: (reset) => [
      `The second factors of ${reset.name} will be removed on ${dayOf(reset, 'en')}`,
      `Two people have approved the request of ${reset.name}. If you are in doubt, you can still stop it:`,
    ],
  },
  stopped: {
    fr: (reset) => [
      `La demande de ${reset.name} est arrêtée`,
      `${reset.stoppedByName ?? ''} a arrêté la réinitialisation des seconds facteurs de ${reset.name}.${why(reset, 'fr')}`,
    ],
    en: (reset) => [
      `The request of ${reset.name} was stopped`,
      `${reset.stoppedByName ?? ''} has stopped the reset of the second factors of ${reset.name}.${why(reset, 'en')}`,
    ],
  },
  expired: {
    fr: ({ name }) => [
      `La demande de ${name} est restée sans réponse`,
      `Deux personnes n'ont pas approuvé en sept jours : les seconds facteurs de ${name} restent en place.`,
    ],
    en: ({ name }) => [
      `The request of ${name} was not answered`,
      `Two people have not approved within seven days: the second factors of ${name} stay in place.`,
    ],
  },
  done: {
    fr: ({ name }) => [
      `Les seconds facteurs de ${name} sont retirés`,
      `${name} se connecte de nouveau par mot de passe seul, et doit protéger son compte.`,
    ],
    en: ({ name }) => [
      `The second factors of ${name} were removed`,
      `${name} signs in with a password alone again, and is to protect the account.`,
    ],
  },
};

const from = ({ networkAddress, userAgent }: Device, language: Language): string => {
  const { browser, system } = deviceWords(userAgent);
  const words = [browser, system, shortAddress(networkAddress)].filter((word) => word !== undefined);
  if (words.length === 0) return '';
  return language === 'fr' ? ` (depuis : ${words.join(', ')})` : ` (from: ${words.join(', ')})`;
};

const why = ({ stopReason }: FactorResetShown, language: Language): string => {
  if (stopReason === undefined) return '';
  return language === 'fr' ? ` Motif : « ${stopReason} »` : ` Reason: "${stopReason}"`;
};

const dayOf = ({ effectiveAt }: FactorResetShown, language: Language): string =>
  effectiveAt?.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  }) ?? '';
