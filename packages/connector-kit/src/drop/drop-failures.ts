import { say } from '@parvis/domain/display/language';
import { NotNow, Refused } from '../failures.js';

/** What every kind of place answers with, in one wording. */

export const mayNot = (path: string): Refused =>
  new Refused(
    'right-missing',
    say(
      `Le compte n’a pas le droit d’écrire ou de lire « ${path} ». Donnez-lui ce droit, puis renvoyez la facture.`,
      `The account may not write or read "${path}". Give it that right, then send again.`,
    ),
  );

export const noSuchFolder = (path: string): Refused =>
  new Refused(
    'reference-data-missing',
    say(
      `Le dossier de « ${path} » n’existe pas. Créez-le ou corrigez son nom dans les réglages.`,
      `The folder of "${path}" does not exist. Make it or correct its name in the settings.`,
    ),
  );

/** Disk full, quota, an error of the disk: servers do not tell which. */
export const failedThere = (path: string, what: string): NotNow =>
  new NotNow(
    say(
      `Le dépôt n’a pas pu enregistrer « ${path} » (${what}) : disque plein, quota ou panne. Nouvel essai prévu.`,
      `The drop could not store "${path}" (${what}): disk full, quota or breakdown. Another try is planned.`,
    ),
  );

export const cutShort = (path: string): NotNow =>
  new NotNow(
    say(
      `« ${path} » est arrivé incomplet au dépôt. Nouvel essai prévu.`,
      `"${path}" arrived incomplete in the drop. Another try is planned.`,
    ),
  );

export const outsideThePlace = (path: string): Refused =>
  new Refused(
    'right-missing',
    say(
      `« ${path} » mène hors du dossier d’échange de cette installation. Choisissez un dossier qui s’y trouve.`,
      `"${path}" leads out of this installation's exchange folder. Choose a folder inside it.`,
    ),
  );
