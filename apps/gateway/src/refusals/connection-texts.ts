import type { ConnectionRefusal } from '@parvis/application/accounting/connection-refusal';
import type { ActRefusal } from '@parvis/application/refusals';
import { parisTime } from '../time/paris-time.js';
import type { TextsFor } from './texts-for.js';

export type ConnectionRefusals = Exclude<ConnectionRefusal, ActRefusal>;

/** What people who look after connections are told. */
export const connectionTexts: TextsFor<ConnectionRefusals> = {
  'connection-not-found': {
    fr: ["Ce raccordement n'existe pas, ou n'est pas un des vôtres.", 'Choisissez-le dans votre liste.'],
    en: ['This connection does not exist, or is not one of yours.', 'Choose it from your list.'],
  },
  'connector-unknown': ({ system }) => ({
    fr: [
      `Aucun logiciel comptable ne s'appelle « ${system} » ici.`,
      'Choisissez-en un dans la liste des logiciels proposés.',
    ],
    en: [`No accounting system is called "${system}" here.`, 'Choose one from the systems on offer.'],
  }),
  'step-unknown': {
    fr: ["Il n'y a rien à essayer à cette étape.", "Passez à l'étape suivante."],
    en: ['There is nothing to try at this step.', 'Go on to the next step.'],
  },
  'settings-not-read': {
    fr: [
      'Les réglages ne sont pas un objet JSON, ou sont trop longs.',
      'Rechargez la page, puis recommencez.',
    ],
    en: ['The settings are no JSON object, or are too long.', 'Reload the page, then try again.'],
  },
  'connection-of-another-system': {
    fr: [
      'Ce raccordement est celui d’un autre logiciel, et ses envois en dépendent.',
      'Créez un nouveau raccordement, puis mettez celui-ci en pause.',
    ],
    en: [
      'This connection belongs to another system, and so do its deliveries.',
      'Set up a new connection, then pause this one.',
    ],
  },
  'live-connection-exists': ({ name }) => ({
    fr: [
      `« ${name} » reçoit déjà vos factures à ce moment de leur vie.`,
      'Mettez d’abord celui-là hors service, ou choisissez un autre moment d’envoi.',
    ],
    en: [
      `"${name}" already takes your invoices at this moment of their life.`,
      'First take that connection out of live use, or choose another moment.',
    ],
  }),
  'test-never-live': {
    fr: [
      'Ce raccordement est celui d’un environnement de test : ses statuts ne doivent toucher aucune vraie facture.',
      'Essayez-le à blanc, envoyez-y une facture à la fois, puis raccordez la production.',
    ],
    en: [
      'This connection is one of a test environment: its statuses must touch no real invoice.',
      'Try it dry, send one invoice at a time over it, then connect your production system.',
    ],
  },
  'simulator-never-live': {
    fr: [
      'Ce raccordement mène à un simulateur, qui ne paie personne : il ne peut recevoir vos vraies factures.',
      'Essayez-le à blanc, envoyez-y une facture à la fois, puis raccordez la production.',
    ],
    en: [
      'This connection leads to a simulator, which pays nobody: it cannot take your real invoices.',
      'Try it dry, send one invoice at a time over it, then connect your production system.',
    ],
  },
  'connection-paused': {
    fr: ['Ce raccordement est en pause : rien n’y est lu.', 'Reprenez-le, puis recommencez.'],
    en: ['This connection is paused: nothing is read over it.', 'Resume it, then try again.'],
  },
  'connection-not-live': {
    fr: [
      'Ce raccordement sert aux essais : ses engagements ne sont ceux de personne.',
      'Lisez les engagements par le raccordement de production.',
    ],
    en: [
      'This connection is for trying out: its engagements are nobody’s.',
      'Read engagements over the connection of your production system.',
    ],
  },
  'comparison-not-possible': {
    fr: [
      'Ce système ne peut pas dire quelles factures il contient.',
      'Comparez avec la liste que votre logiciel imprime.',
    ],
    en: ['This system cannot tell which bills it holds.', 'Compare with the list that your software prints.'],
  },
  'engagements-not-told': {
    fr: [
      'Ce système ne tient pas d’engagements, ou ne les communique pas.',
      'Importez-les par un fichier, depuis la page des engagements.',
    ],
    en: [
      'This system keeps no engagements, or does not tell them.',
      'Import them from a file, on the page of engagements.',
    ],
  },
  'connection-used': {
    fr: [
      'Des factures sont passées par ce raccordement : leur histoire en dépend.',
      'Mettez-le en pause : plus rien ne passera.',
    ],
    en: [
      'Invoices went over this connection, and their history needs it.',
      'Pause it: nothing will pass any more.',
    ],
  },
  'invoice-not-to-be-sent': {
    fr: [
      'Cette facture est refusée, ou attend son fournisseur : elle n’est pas à comptabiliser.',
      'Attendez qu’elle vous revienne, puis envoyez-la.',
    ],
    en: [
      'This invoice was turned down, or waits for its supplier: it is not for the books.',
      'Wait until it comes back to you, then send it.',
    ],
  },
  'tested-too-often': ({ retryAt }) => ({
    fr: [
      'Beaucoup d’essais viennent d’être faits, et chacun appelle le logiciel comptable.',
      `Reprenez à partir de ${parisTime(retryAt, 'fr')}.`,
    ],
    en: [
      'Many tests were made just now, and each calls the accounting system.',
      `Go on from ${parisTime(retryAt, 'en')}.`,
    ],
  }),
};
