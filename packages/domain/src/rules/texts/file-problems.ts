import { type Bilingual, say } from '../../display/language.js';

/** What a reader found wrong, by its own code, as part of a sentence. */
export const fileProblems: Readonly<Record<string, Bilingual>> = {
  // Why a file could not be opened: codes of the operating system.
  ENOENT: say("il n'existe pas", 'it does not exist'),
  EACCES: say("vous n'avez pas le droit de le lire", 'you may not read it'),
  EPERM: say("vous n'avez pas le droit de le lire", 'you may not read it'),
  EISDIR: say("c'est un dossier", 'it is a folder'),
  ENOTDIR: say("son chemin passe par un fichier qui n'est pas un dossier", 'its path leads through a file'),
  ENAMETOOLONG: say('son nom est trop long', 'its name is too long'),
  ELOOP: say('ses liens tournent en rond', 'its links go round in circles'),
  EMFILE: say('trop de fichiers sont ouverts', 'too many files are open'),
  EIO: say('le disque ne répond pas', 'the disk does not answer'),

  // What makes an XML document not well formed.
  attribute: say('un attribut est mal écrit', 'an attribute is not written as it must be'),
  'attribute-twice': say(
    'un attribut est donné deux fois dans la même balise',
    'an attribute is given twice in one tag',
  ),
  'cdata-end-in-text': say('un texte contient la suite « ]]> »', 'a text holds the signs "]]>"'),
  character: say('un caractère y est interdit', 'it holds a forbidden character'),
  comment: say('un commentaire est mal écrit', 'a comment is not written as it must be'),
  declaration: say(
    'la déclaration « <?xml » est mal écrite ou mal placée',
    'the declaration "<?xml" is wrong or in the wrong place',
  ),
  'end-tag': say("une balise est fermée par le nom d'une autre", 'a tag is closed by the name of another'),
  instruction: say(
    'une instruction « <? » est mal écrite ou mal placée',
    'an instruction "<?" is wrong or in the wrong place',
  ),
  'less-than-in-value': say(
    "la valeur d'un attribut contient le signe « < »",
    'the value of an attribute holds the sign "<"',
  ),
  markup: say('une balise est mal écrite', 'a tag is not written as it must be'),
  name: say("un nom de balise ou d'attribut n'est pas permis", 'a name of a tag or attribute is not allowed'),
  namespace: say('un espace de noms est mal déclaré', 'a namespace is not declared as it must be'),
  'no-root': say('il ne contient aucune donnée', 'it holds no data'),
  'outside-root': say('du texte se trouve hors de la facture', 'there is text outside the invoice'),
  prefix: say("un préfixe n'est pas déclaré", 'a prefix is not declared'),
  reference: say('une référence « &…; » y est interdite', 'it holds a forbidden reference "&…;"'),
  'second-root': say('il contient deux documents à la suite', 'it holds two documents one after the other'),
  unclosed: say(
    "il s'arrête avant la fin, avec une balise ouverte",
    'it stops before its end, with a tag left open',
  ),

  // Where a PDF departs from Factur-X.
  '/AF': say(
    "le fichier de données n'est pas associé au document (/AF)",
    'the data file is not associated with the document (/AF)',
  ),
  '/EmbeddedFiles': say(
    'le fichier de données manque dans la liste des pièces jointes (/EmbeddedFiles)',
    'the data file is missing from the list of attachments (/EmbeddedFiles)',
  ),
  '/AFRelationship': say(
    "le rôle du fichier de données n'est pas dit (/AFRelationship)",
    'the role of the data file is not told (/AFRelationship)',
  ),
  'factur-x.xml': say(
    "le fichier de données ne s'appelle pas factur-x.xml",
    'the data file is not called factur-x.xml',
  ),
  XMP: say('ses métadonnées (XMP) ne disent pas Factur-X', 'its metadata (XMP) do not say Factur-X'),
  'PDF/A-3': say("il ne s'annonce pas comme PDF/A-3", 'it does not announce itself as PDF/A-3'),
};
