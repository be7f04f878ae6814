import type { OutgoingMail } from '../mail/mail-outbox.js';
import type { RefusalCode } from './accounting-connector.js';

/** The system refuses the account itself, or what it may do. */
export type AccountRefusal = Extract<RefusalCode, 'credentials-refused' | 'right-missing'>;

export interface StoppedConnection {
  /** « Tryton du CHU ». */
  readonly connectionName: string;
  readonly structureName: string;
  readonly code: AccountRefusal;
  /** What the system answered, in the reader's language. */
  readonly answer: string;
  /** Address of the page where it is mended. */
  readonly page: string;
}

/** What people read when their accounting system refuses the account of a connection. */
export const stoppedConnectionMail = (
  { connectionName, structureName, code, answer, page }: StoppedConnection,
  language: 'fr' | 'en',
): Pick<OutgoingMail, 'subject' | 'body'> =>
  language === 'fr'
    ? {
        subject: `Raccordement en pause : « ${connectionName} »`,
        body: [
          code === 'credentials-refused'
            ? `« ${connectionName} » (${structureName}) n’accepte plus le compte avec lequel Parvis s’y connecte.`
            : `« ${connectionName} » (${structureName}) ne donne pas au compte de Parvis tous les droits qu’il lui faut.`,
          `Sa réponse : ${answer}`,
          'Le raccordement est en pause depuis, pour que ce compte ne soit pas bloqué par des essais répétés. Rien n’est perdu : les factures attendent et partiront à la reprise.',
          'Corrigez le compte dans votre logiciel ou dans les réglages du raccordement, puis choisissez Reprendre :',
          page,
        ].join('\n\n'),
      }
    : {
        subject: `Connection paused: "${connectionName}"`,
        body: [
          code === 'credentials-refused'
            ? `"${connectionName}" (${structureName}) no longer accepts the account with which Parvis signs in there.`
            : `"${connectionName}" (${structureName}) does not give Parvis's account all the rights it needs.`,
          `Its answer: ${answer}`,
          'The connection is paused since, so that repeated tries do not lock this account. Nothing is lost: invoices wait and will leave once it is resumed.',
          'Correct the account in your software or in the settings of the connection, then choose Resume:',
          page,
        ].join('\n\n'),
      };
