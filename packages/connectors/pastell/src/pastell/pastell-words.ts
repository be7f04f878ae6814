import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import { pesStatusWords } from '@parvis/connector-kit/pes/pes-words';
import { type Bilingual, say } from '@parvis/domain/display/language';

/** The states of a PES document in Pastell. */
const states: Readonly<Record<string, Bilingual>> = {
  orientation: say('Mis en circuit dans Pastell.', 'Set on its way in Pastell.'),
  'send-iparapheur': say('Transmis au parapheur, pour signature.', 'Sent to the signature book.'),
  'recu-iparapheur': say('Signé au parapheur.', 'Signed in the signature book.'),
  'rejet-iparapheur': say(
    'Refusé au parapheur : montré ici, rien n’est dit au fournisseur.',
    'Refused in the signature book: shown here, nothing is told to the supplier.',
  ),
  'send-tdt': say('Transmis à l’opérateur, pour Hélios.', 'Sent to the operator, for Hélios.'),
  'acquiter-tdt': say(
    'L’acquittement d’Hélios est arrivé dans Pastell : il est lu ici en entier.',
    'Hélios’ acknowledgement has come to Pastell: it is read here as a whole.',
  ),
  'info-tdt': say(
    'Une réponse d’Hélios est arrivée dans Pastell.',
    'An answer of Hélios has come to Pastell.',
  ),
  'refus-tdt': say('Refusé par l’opérateur ou par Hélios.', 'Refused by the operator or by Hélios.'),
  'tdt-error': say('Erreur chez l’opérateur.', 'Error at the operator.'),
  'send-ged': say('Transmis à la GED.', 'Sent to the document store.'),
  termine: say('Traitement terminé dans Pastell.', 'Done in Pastell.'),
};

export const isKnown = (state: string): boolean => state in states;

export const pastellStatusWords: readonly StatusWord[] = [
  ...Object.entries(states).map(([word, meaning]) => ({ word, meaning })),
  ...pesStatusWords,
];
