import type { Language } from '@parvis/domain/display/language';
import type { OutgoingMail } from '../../mail/mail-outbox.js';

type Text = Pick<OutgoingMail, 'subject' | 'body'>;

export const resetMail = ({ link }: { readonly link: string }, language: Language): Text =>
  language === 'fr'
    ? {
        subject: 'Choisir un nouveau mot de passe Parvis',
        body: [
          'Pour choisir un nouveau mot de passe, ouvrez ce lien. Il vaut 30 minutes, une seule fois :',
          link,
          "Vous n'avez rien demandé ? Ne faites rien : votre mot de passe reste le même.",
        ].join('\n\n'),
      }
    : {
        subject: 'Choose a new Parvis password',
        body: [
          'To choose a new password, open this link. It holds for 30 minutes, once:',
          link,
          'You asked for nothing? Do nothing: your password stays the same.',
        ].join('\n\n'),
      };

export const passwordChangedMail = (
  { forgottenPage }: { readonly forgottenPage: string },
  language: Language,
): Text =>
  language === 'fr'
    ? {
        subject: 'Votre mot de passe Parvis a changé',
        body: [
          'Le mot de passe de votre compte vient de changer. Les autres appareils où vous étiez connecté ne le sont plus.',
          "Ce n'était pas vous ? Choisissez tout de suite un nouveau mot de passe, puis prévenez votre gestionnaire :",
          forgottenPage,
        ].join('\n\n'),
      }
    : {
        subject: 'Your Parvis password has changed',
        body: [
          'The password of your account has just changed. Your other devices are signed out.',
          'It was not you? Choose a new password at once, then tell your manager:',
          forgottenPage,
        ].join('\n\n'),
      };
