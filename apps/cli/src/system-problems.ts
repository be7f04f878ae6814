import { type Bilingual, type Language, say } from '@parvis/domain/display/language';

/** Why the operating system did not do what it was asked, by its own codes. */
const problems: Readonly<Record<string, Bilingual>> = {
  ENOENT: say("il n'existe pas, ou son dossier n'existe pas", 'it, or its folder, does not exist'),
  EACCES: say("vous n'en avez pas le droit", 'you have no right to it'),
  EPERM: say("vous n'en avez pas le droit", 'you have no right to it'),
  EISDIR: say("c'est un dossier", 'it is a folder'),
  ENOTDIR: say("son chemin passe par un fichier qui n'est pas un dossier", 'its path leads through a file'),
  ENOSPC: say("il n'y a plus de place sur le disque", 'there is no room left on the disk'),
  EDQUOT: say("il n'y a plus de place sur le disque", 'there is no room left on the disk'),
  EFBIG: say('il est trop grand', 'it is too large'),
  EROFS: say("ce disque n'accepte que la lecture", 'the disk is read-only'),
  ENAMETOOLONG: say('son nom est trop long', 'its name is too long'),
  ELOOP: say('ses liens tournent en rond', 'its links go round in circles'),
  EMFILE: say('trop de fichiers sont ouverts', 'too many files are open'),
  EIO: say('le disque ne répond pas', 'the disk does not answer'),
  EBUSY: say("un autre programme s'en sert", 'another program is using it'),
};

/** Part of a sentence; a code that has none stands as it is. */
export const problemIn = (code: string, language: Language): string => problems[code]?.[language] ?? code;
