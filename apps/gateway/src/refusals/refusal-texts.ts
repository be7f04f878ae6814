import type { Language } from '@parvis/domain/display/language';
import { officialStatuses } from '@parvis/domain/life-cycle/official-statuses';
import { connectionTexts } from './connection-texts.js';
import { directoryTexts } from './directory-texts.js';
import { importTexts } from './import-texts.js';
import { keyTexts } from './key-texts.js';
import { limitTexts } from './limit-texts.js';
import { organisationTexts } from './organisation-texts.js';
import { peopleTexts } from './people-texts.js';
import { postTexts } from './post-texts.js';
import { protectionTexts } from './protection-texts.js';
import type { Refusal } from './refusal.js';
import { settingsTexts } from './settings-texts.js';
import type { Bilingual, TextsFor } from './texts-for.js';

/** What happened, and what to do now. */
export interface RefusalText {
  readonly message: string;
  readonly nextStep: string;
}

const megabytes = (bytes: number): string => String(Math.round((bytes / 1_048_576) * 10) / 10);

/** Every lawful no in words: one entry a code, French and English side by side. */
const texts: TextsFor<Refusal> = {
  ...peopleTexts,
  ...protectionTexts,
  ...keyTexts,
  ...settingsTexts,
  ...importTexts,
  ...organisationTexts,
  ...directoryTexts,
  ...limitTexts,
  ...connectionTexts,
  ...postTexts,
  'signed-out': {
    fr: ["Vous n'êtes pas connecté.", 'Connectez-vous, puis recommencez.'],
    en: ['You are not signed in.', 'Sign in, then try again.'],
  },
  'people-only': {
    fr: ['Cette action est réservée aux personnes.', 'Connectez-vous avec votre compte personnel.'],
    en: ['This is for people only.', 'Sign in with your personal account.'],
  },
  'not-allowed': {
    fr: [
      'Votre rôle ne permet pas cette action dans cette structure.',
      'Demandez ce droit à un gestionnaire de la structure.',
    ],
    en: ['Your role does not allow this in this structure.', 'Ask a manager of the structure for the right.'],
  },
  'invoice-not-found': {
    fr: [
      "Cette facture n'existe pas, ou n'est pas une des vôtres.",
      'Retrouvez-la par son numéro dans votre liste.',
    ],
    en: ['This invoice does not exist, or is not one of yours.', 'Find it by its number in your list.'],
  },
  'action-closed': ({ status }) => {
    const { fr, en } = officialStatuses[status].label;
    return {
      fr: [
        `Cette action n'est plus ouverte : la facture est « ${fr} ».`,
        'Rechargez la page : elle montre ce que vous pouvez faire.',
      ],
      en: [`This is no longer open: the invoice is "${en}".`, 'Reload the page: it shows what you can do.'],
    };
  },
  'reason-required': {
    fr: ['Cette action demande un motif.', 'Choisissez un motif dans la liste.'],
    en: ['This needs a reason.', 'Choose a reason from the list.'],
  },
  'reason-unknown': {
    fr: ['Ce motif ne convient pas à cette action.', 'Choisissez un motif dans la liste.'],
    en: ['This reason does not fit this action.', 'Choose a reason from the list.'],
  },
  'comment-too-long': ({ maximum }) => ({
    fr: [`Le commentaire dépasse ${maximum} caractères.`, 'Raccourcissez-le, ou joignez un document.'],
    en: [`The comment is longer than ${maximum} characters.`, 'Shorten it, or attach a document.'],
  }),
  'changed-meanwhile': {
    fr: ["La facture a changé depuis que vous l'avez ouverte.", 'Rechargez la page, puis décidez.'],
    en: ['The invoice has changed since you opened it.', 'Reload the page, then decide.'],
  },
  'upload-not-found': {
    fr: ["Le fichier envoyé n'est plus disponible.", 'Envoyez-le de nouveau, puis recommencez.'],
    en: ['The uploaded file is no longer available.', 'Upload it again, then try again.'],
  },
  'structure-unclear': ({ choices }) => {
    const names = choices.map(({ structureName }) => structureName).join(', ');
    return {
      fr: [`Vous agissez pour plusieurs structures : ${names}.`, 'Indiquez laquelle (supplierId).'],
      en: [`You act for several structures: ${names}.`, 'Say which one (supplierId).'],
    };
  },
  'attachment-refused': ({ fileName, cause }) => attachmentTexts(fileName)[cause],
  'file-too-large': ({ maximumBytes }) => ({
    fr: [`Le fichier dépasse ${megabytes(maximumBytes)} Mo.`, 'Envoyez un fichier plus petit.'],
    en: [`The file is larger than ${megabytes(maximumBytes)} MB.`, 'Send a smaller file.'],
  }),
  'idempotency-key-reused': {
    fr: ['Cette clé a déjà servi pour un autre fichier.', 'Prenez une clé nouvelle pour chaque facture.'],
    en: ['This key was used before for another file.', 'Take a new key for each invoice.'],
  },
  'delivery-not-found': {
    fr: [
      "Cette facture n'a pas été remise à ce logiciel comptable.",
      'Vérifiez la facture et le connecteur choisis.',
    ],
    en: [
      'This invoice was not sent to this accounting system.',
      'Check the invoice and the connection chosen.',
    ],
  },
  'nothing-to-retry': {
    fr: ['Cette remise est déjà faite ou en cours.', 'Rechargez la page pour voir où elle en est.'],
    en: ['This delivery is done or under way.', 'Reload the page to see where it stands.'],
  },
  'document-not-found': {
    fr: ["Ce document n'existe pas pour cette facture.", 'Ouvrez-le depuis la page de la facture.'],
    en: ['This invoice has no such document.', 'Open it from the page of the invoice.'],
  },
  'file-missing': {
    fr: ['Aucun fichier reçu.', 'Donnez uploadId, ou contentBase64 ; par HTTP, envoyez le champ « file ».'],
    en: ['No file was received.', 'Give uploadId or contentBase64; over HTTP, send the field "file".'],
  },
  'file-given-twice': {
    fr: ['uploadId et contentBase64 sont donnés ensemble.', "Gardez l'un des deux."],
    en: ['uploadId and contentBase64 are both given.', 'Keep one of them.'],
  },
  'content-not-base64': {
    fr: ["contentBase64 n'est pas du base64.", 'Encodez les octets du fichier en base64 (RFC 4648).'],
    en: ['contentBase64 is not base64.', 'Encode the bytes of the file in base64 (RFC 4648).'],
  },
  'content-too-large': ({ maximumBytes }) => ({
    fr: [
      `contentBase64 dépasse ${megabytes(maximumBytes)} Mo.`,
      'Envoyez le fichier à /documents/uploads, puis donnez uploadId.',
    ],
    en: [
      `contentBase64 is larger than ${megabytes(maximumBytes)} MB.`,
      'Send the file to /documents/uploads, then give uploadId.',
    ],
  }),
  'multipart-expected': {
    fr: [
      "L'envoi n'est pas un formulaire multipart/form-data.",
      'Envoyez le fichier dans un champ « file » de multipart/form-data.',
    ],
    en: [
      'The request is not a multipart/form-data form.',
      'Send the file in a field "file" of multipart/form-data.',
    ],
  },
  'upload-broken-off': {
    fr: ["L'envoi s'est interrompu.", 'Envoyez le fichier de nouveau ; rien n’a été gardé.'],
    en: ['The upload broke off.', 'Send the file again; nothing was kept.'],
  },
  'request-header-missing': {
    fr: [
      "L'en-tête x-parvis-request manque.",
      'Ajoutez « x-parvis-request: 1 » à la requête, ou utilisez un jeton Bearer.',
    ],
    en: [
      'The header x-parvis-request is missing.',
      'Add "x-parvis-request: 1" to the request, or use a Bearer token.',
    ],
  },
  'origin-refused': ({ origin }) => ({
    fr: [
      `La requête vient d'un autre site (${origin}).`,
      'Ouvrez Parvis à sa propre adresse, puis recommencez.',
    ],
    en: [
      `The request comes from another site (${origin}).`,
      'Open Parvis at its own address, then try again.',
    ],
  }),
  'body-too-large': ({ maximumBytes }) => ({
    fr: [`La requête dépasse ${megabytes(maximumBytes)} Mo.`, 'Envoyez les fichiers à /documents/uploads.'],
    en: [`The request is larger than ${megabytes(maximumBytes)} MB.`, 'Send files to /documents/uploads.'],
  }),
  'body-not-json': {
    fr: ["Le corps de la requête n'est pas du JSON.", 'Vérifiez sa syntaxe et son en-tête content-type.'],
    en: ['The body of the request is not JSON.', 'Check its syntax and its content-type header.'],
  },
  'null-character': {
    fr: ['La requête contient un caractère nul (U+0000).', 'Retirez-le du texte, puis recommencez.'],
    en: ['The request holds a null character (U+0000).', 'Take it out of the text, then try again.'],
  },
  'cursor-unknown': ({ argument }) => ({
    fr: [
      `« ${argument} » n'est pas une position de cette liste.`,
      `Donnez à « ${argument} » le « endCursor » de la page précédente, ou reprenez la liste depuis le début.`,
    ],
    en: [
      `"${argument}" is no place in this list.`,
      `Give "${argument}" the "endCursor" of the page before, or read the list from its beginning.`,
    ],
  }),
  'address-unknown': {
    fr: ["Cette adresse n'existe pas.", "Partez de la page d'accueil : /"],
    en: ['This address does not exist.', 'Start from the home page: /'],
  },
  internal: ({ reference }) => ({
    fr: [
      "Quelque chose n'a pas marché de notre côté ; rien n'a été enregistré à moitié.",
      `Réessayez ; si cela continue, donnez la référence ${reference} à votre administrateur.`,
    ],
    en: [
      'Something failed on our side; nothing was half-recorded.',
      `Try again; if it goes on, give the reference ${reference} to your administrator.`,
    ],
  }),
};

type AttachmentCause = Extract<Refusal, { readonly code: 'attachment-refused' }>['cause'];

const attachmentTexts = (fileName: string): Record<AttachmentCause, Bilingual> => ({
  type: {
    fr: [
      `Le fichier « ${fileName} » n'est pas d'un type accepté.`,
      'Joignez un PDF, une image, un document bureautique, un XML ou un ZIP.',
    ],
    en: [
      `The file "${fileName}" is not of an accepted type.`,
      'Attach a PDF, an image, an office document, an XML or a ZIP.',
    ],
  },
  size: {
    fr: [`Le fichier « ${fileName} » est trop lourd.`, 'Joignez un fichier plus petit.'],
    en: [`The file "${fileName}" is too large.`, 'Attach a smaller file.'],
  },
  content: {
    fr: [
      `Le contenu du fichier « ${fileName} » ne correspond pas à son extension.`,
      'Enregistrez-le de nouveau depuis le logiciel qui le produit, puis joignez-le.',
    ],
    en: [
      `The content of the file "${fileName}" is not what its extension says.`,
      'Save it again from the program that makes it, then attach it.',
    ],
  },
  program: {
    fr: [
      `Le fichier « ${fileName} » est un programme : il n'est pas accepté, quel que soit son nom.`,
      'Joignez un PDF, une image, un document bureautique, un XML ou un ZIP.',
    ],
    en: [
      `The file "${fileName}" is a program: it is not accepted, whatever its name.`,
      'Attach a PDF, an image, an office document, an XML or a ZIP.',
    ],
  },
  empty: {
    fr: [`Le fichier « ${fileName} » est vide.`, 'Vérifiez le fichier, puis joignez-le de nouveau.'],
    en: [`The file "${fileName}" is empty.`, 'Check the file, then attach it again.'],
  },
});

/** The refusal in words; the compiler asks for an entry whenever a use case learns a new no. */
export const refusalText = (refusal: Refusal, language: Language): RefusalText => {
  // TypeScript cannot see that the entry found by a code takes the refusal that bears it.
  const entry = texts[refusal.code] as Bilingual | ((refusal: Refusal) => Bilingual);
  const [message, nextStep] = (typeof entry === 'function' ? entry(refusal) : entry)[language];
  return { message, nextStep };
};
