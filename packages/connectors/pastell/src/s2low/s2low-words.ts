import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import { pesStatusWords } from '@parvis/connector-kit/pes/pes-words';
import { type Bilingual, say } from '@parvis/domain/display/language';

/** The steps of a transaction in S²LOW, before and beside what Hélios says of it. */
const steps: Readonly<Record<string, Bilingual>> = {
  '-1': say(
    'S²LOW a rencontré une erreur : rien n’est parti chez Hélios.',
    'S²LOW met an error: nothing went to Hélios.',
  ),
  '0': say('Envoi annulé dans S²LOW.', 'Sending cancelled in S²LOW.'),
  '1': say('Déposé dans S²LOW.', 'Posted in S²LOW.'),
  '2': say('En attente d’envoi à Hélios.', 'Waiting to be sent to Hélios.'),
  '3': say('Envoyé à Hélios.', 'Sent to Hélios.'),
  '5': say('Validé par S²LOW.', 'Validated by S²LOW.'),
  '7': say('En traitement dans S²LOW.', 'In process in S²LOW.'),
  '13': say('En attente de signature dans S²LOW.', 'Waiting for signature in S²LOW.'),
  '14': say('En attente de dépôt dans S²LOW.', 'Waiting to be posted in S²LOW.'),
  '22': say('Transaction détruite dans S²LOW.', 'Transaction destroyed in S²LOW.'),
  '24': say('Envoyé à Hélios, qui n’a pas répondu.', 'Sent to Hélios, which has not answered.'),
};

export const wordOf = (status: string): string => `S²LOW ${status}`;

/** Hélios has answered: 4 acknowledged, 6 refused, 8 an answer is available. */
export const isAcknowledged = (status: string): boolean => ['4', '6', '8'].includes(status);

/** Nothing more comes of the transaction itself; payments come with the returns. */
export const isOver = (status: string): boolean =>
  isAcknowledged(status) || ['-1', '0', '22'].includes(status);

export const s2lowStatusWords: readonly StatusWord[] = [
  ...Object.entries(steps).map(([status, meaning]) => ({ word: wordOf(status), meaning })),
  ...pesStatusWords,
];
