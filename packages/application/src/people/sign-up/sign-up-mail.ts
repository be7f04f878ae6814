import type { Language } from '@parvis/domain/display/language';
import type { OutgoingMail } from '../../mail/mail-outbox.js';

type Text = Pick<OutgoingMail, 'subject' | 'body'>;

interface Confirmation {
  readonly name: string;
  readonly structureName: string;
  /** Six digits. */
  readonly code: string;
  readonly link: string;
}

/** Proves the address: the code goes into the page that asked, the link opens from anywhere. */
export const confirmationMail = (
  { name, structureName, code, link }: Confirmation,
  language: Language,
): Text => {
  const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
  return language === 'fr'
    ? {
        subject: 'Confirmez votre adresse pour Parvis',
        body: [
          `Bonjour ${name},`,
          `Votre code : ${shown}`,
          `Tapez-le dans la page où vous avez créé votre compte pour ${structureName}. Il vaut 15 minutes.`,
          'Vous avez fermé cette page ? Ce lien vaut 24 heures, une seule fois :',
          link,
          "Vous n'avez rien demandé ? Ne faites rien : aucun compte n'est créé. Ne donnez ce code à personne, Parvis ne vous le demandera jamais.",
        ].join('\n\n'),
      }
    : {
        subject: 'Confirm your address for Parvis',
        body: [
          `Hello ${name},`,
          `Your code: ${shown}`,
          `Type it in the page where you made your account for ${structureName}. It holds for 15 minutes.`,
          'Did you close that page? This link holds for 24 hours, once:',
          link,
          'You asked for nothing? Do nothing: no account is made. Give this code to nobody; Parvis will never ask you for it.',
        ].join('\n\n'),
      };
};

interface KnownAlready {
  readonly signInPage: string;
  readonly forgottenPage: string;
}

/** Instead of a second account: only whoever reads this mailbox learns that there is one. */
export const knownAlreadyMail = ({ signInPage, forgottenPage }: KnownAlready, language: Language): Text =>
  language === 'fr'
    ? {
        subject: 'Vous avez déjà un compte Parvis',
        body: [
          "Quelqu'un, vous peut-être, a voulu créer un compte Parvis avec cette adresse. Elle en a déjà un.",
          'Pour vous connecter, et rejoindre une autre structure :',
          signInPage,
          'Mot de passe oublié :',
          forgottenPage,
          "Ce n'était pas vous ? Ne faites rien : votre compte n'a pas changé.",
        ].join('\n\n'),
      }
    : {
        subject: 'You have a Parvis account already',
        body: [
          'Somebody, you perhaps, wanted to make a Parvis account with this address. It has one already.',
          'To sign in, and join another structure:',
          signInPage,
          'Forgotten password:',
          forgottenPage,
          'It was not you? Do nothing: your account has not changed.',
        ].join('\n\n'),
      };
