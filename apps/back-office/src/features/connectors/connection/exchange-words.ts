import type { Language } from '@parvis/web-kit/words/i18n';

const pair = (fr: string, en: string): Readonly<Record<Language, string>> => ({ fr, en });

/** What the connectors call their exchanges, as people say it. */
const known: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map([
  ['health', pair('Vérification', 'Check-up')],
  ['version', pair('Lecture de la version', 'Reading of the version')],
  ['ask for the version', pair('Lecture de la version', 'Reading of the version')],
  ['news', pair('Lecture des changements', 'Reading of changes')],
  ['read news', pair('Lecture des changements', 'Reading of changes')],
  ['read bills', pair('Lecture des factures', 'Reading of bills')],
  ['read orders', pair('Lecture des engagements', 'Reading of orders')],
  ['look up supplier', pair('Recherche du fournisseur', 'Search for the supplier')],
  ['look up by key', pair('Recherche par clé', 'Search by key')],
  ['look up by number', pair('Recherche par numéro', 'Search by number')],
  ['create', pair('Création', 'Creation')],
  ['read back', pair('Relecture des montants', 'Amounts read back')],
  ['take back', pair('Retrait', 'Removal')],
  ['attach', pair('Dépôt d’une pièce jointe', 'Attachment added')],
  ['list files', pair('Liste des pièces jointes', 'List of attachments')],
  ['open', pair('Ouverture du dossier', 'Folder opened')],
  ['list', pair('Liste des fichiers', 'List of files')],
  ['list folders', pair('Liste des dossiers', 'List of folders')],
  ['read', pair('Lecture d’un fichier', 'File read')],
  ['size', pair('Lecture de la taille', 'Size read')],
  ['write', pair('Écriture d’un fichier', 'File written')],
  ['rename', pair('Renommage d’un fichier', 'File renamed')],
  ['remove', pair('Suppression d’un fichier', 'File removed')],
  ['make folder', pair('Création d’un dossier', 'Folder made')],
  ['message not understood', pair('Message reçu, non compris', 'Message received, not understood')],
  ['look at the entity', pair('Lecture de l’entité', 'Entity read')],
  ['list document types', pair('Liste des types de dossier', 'List of document types')],
  ['search by title', pair('Recherche par titre', 'Search by title')],
  ['list what was never filled in', pair('Liste des dossiers vides', 'List of empty documents')],
  ['create a document', pair('Création du dossier', 'Document created')],
  ['look at a document', pair('Lecture du dossier', 'Document read')],
  ['fill a document in', pair('Saisie du dossier', 'Document filled in')],
  ['add a file', pair('Ajout d’un fichier', 'File added')],
  ['act on a document', pair('Action sur le dossier', 'Act on the document')],
  ['list what came back', pair('Liste des retours', 'List of answers')],
  ['fetch what came back', pair('Lecture d’un retour', 'Answer read')],
  ['mark it as read', pair('Retour marqué comme lu', 'Answer marked as read')],
]);

/** The name of an exchange; the connector's own where nobody has named it better. */
export const exchangeName = (what: string, language: Language): string => known.get(what)?.[language] ?? what;
