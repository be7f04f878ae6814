import { randomBytes } from 'node:crypto';
import { type HttpAnswer, NoAnswer, type Transport } from '@parvis/connector-kit/exchange';
import { classifyStatus, NotNow, Refused, retryAfterSeconds } from '@parvis/connector-kit/failures';
import type { PesFile } from '@parvis/connector-kit/pes/deliver-pes';
import { allNamed, firstNamed, readXml, type XmlElement } from '@parvis/connector-kit/pes/xml-tree';
import { say } from '@parvis/domain/display/language';
import type { S2lowSettings } from './settings.js';

/** S²LOW's pages for programs. Its texts are in Latin-1; most answers are small XML files, some are bare lines. */
export interface S2lowClient {
  /** Whether we are let in. */
  tryIn(): Promise<void>;
  /** Undefined as identifier: the platform has this very file already and does not say under which. */
  post(file: PesFile): Promise<{ readonly id: string | undefined }>;
  statusOf(transaction: string): Promise<S2lowStatus>;
  acknowledgement(transaction: string): Promise<Uint8Array>;
  unreadReturns(): Promise<readonly S2lowReturn[]>;
  returnFile(id: string): Promise<Uint8Array>;
  markRead(id: string): Promise<void>;
}

export interface S2lowStatus {
  /** −1 error, 0 cancelled, 1 posted, 3 sent, 4 acknowledged, 6 refused, 8 answer available… */
  readonly status: string;
  readonly message: string;
}

export interface S2lowReturn {
  readonly id: string;
  readonly name: string;
  readonly receivedAt: Date | undefined;
}

type Access = Pick<S2lowSettings, 'url' | 'login' | 'password'>;

export const makeS2lowClient = ({ url, login, password }: Access, transport: Transport): S2lowClient => {
  const origin = url.replace(/\/+$/, '');
  const headers: Record<string, string> =
    login === undefined
      ? {}
      : { authorization: `Basic ${Buffer.from(`${login}:${password ?? ''}`).toString('base64')}` };

  const ask = async (what: string, path: string, body?: Multipart): Promise<HttpAnswer> => {
    const answer = await sayingWhose(() =>
      transport({
        what,
        method: body ? 'POST' : 'GET',
        url: `${origin}/${path}`,
        headers: body ? { ...headers, 'content-type': body.contentType } : headers,
        ...(body ? { body: body.description, bytes: body.bytes } : {}),
      }),
    );
    mustBeFine(answer);
    return answer;
  };
  const helios = (page: string) => `modules/helios/api/${page}`;
  const element = async (what: string, path: string, body?: Multipart): Promise<XmlElement> => {
    const answer = await ask(what, path, body);
    const root = readXml(bytesOf(answer));
    if (!root || !firstNamed(root, 'resultat')) throw notUnderstood();
    return root;
  };

  return {
    tryIn: async () => {
      const answer = latin(await ask('try the way in', 'api/test-connexion.php'));
      if (!/^OK\b/.test(answer.trim())) throw notLetIn(answer);
    },
    post: async (file) => {
      const root = await element('post a PES', helios('helios_importer_fichier.php'), asMultipart(file));
      const [id, result, message] = ['id', 'resultat', 'message'].map((name) => textIn(root, name));
      if (result === 'OK' && id) return { id };
      if (/doublon/i.test(message ?? '')) return { id: undefined };
      throw new Refused('validation-refused', message || 'S²LOW: KO');
    },
    statusOf: async (transaction) => {
      const root = await element(
        'ask for a status',
        `${helios('helios_transac_get_status.php')}?transaction=${encodeURIComponent(transaction)}`,
      );
      const message = textIn(root, 'message') ?? '';
      if (textIn(root, 'resultat') !== 'OK') throw new NotNow(message || 'S²LOW: KO');
      return { status: textIn(root, 'status') ?? '', message };
    },
    acknowledgement: async (transaction) =>
      bytesOf(
        await ask(
          'fetch an acknowledgement',
          `${helios('helios_download_acquit.php')}?id=${encodeURIComponent(transaction)}`,
        ),
      ),
    unreadReturns: async () => {
      const root = await element('list what came back', helios('helios_get_list.php'));
      if (textIn(root, 'resultat') !== 'OK') throw new NotNow(textIn(root, 'message') || 'S²LOW: KO');
      return allNamed(root, 'pes_retour').flatMap((item) => {
        const id = textIn(item, 'id');
        return id ? [{ id, name: textIn(item, 'nom') ?? id, receivedAt: dateOf(textIn(item, 'date')) }] : [];
      });
    },
    returnFile: async (id) =>
      bytesOf(
        await ask('fetch what came back', `${helios('helios_get_retour.php')}?id=${encodeURIComponent(id)}`),
      ),
    markRead: async (id) => {
      await ask('mark it as read', `${helios('helios_change_status.php')}?id=${encodeURIComponent(id)}`);
    },
  };
};

const bytesOf = ({ bytes, body }: HttpAnswer): Uint8Array => bytes ?? Buffer.from(body, 'latin1');

const latin = (answer: HttpAnswer): string => new TextDecoder('latin1').decode(bytesOf(answer));

const textIn = (root: XmlElement, name: string): string | undefined =>
  firstNamed(root, name)?.text.trim() || undefined;

/** In the platform's own time, which is that of Paris; the day is what counts. */
const dateOf = (text: string | undefined): Date | undefined => {
  const time = Date.parse(`${text?.slice(0, 10) ?? ''}T12:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time);
};

/** Who is not let in is told so with 200 and a bare line. */
const mustBeFine = (answer: HttpAnswer): void => {
  const text = latin(answer).slice(0, 300);
  if (/^KO\b/.test(text.trim())) throw notLetIn(text);
  if (answer.status < 400) return;
  switch (classifyStatus(answer.status)) {
    case 'auth':
    case 'right':
      throw notLetIn(text);
    case 'refused':
    case 'gone':
      throw new Refused('validation-refused', text || `S²LOW: ${answer.status}`);
    default:
      throw new NotNow(
        say(`S²LOW répond ${answer.status} pour l’instant.`, `S²LOW answers ${answer.status} for now.`),
        retryAfterSeconds(answer),
      );
  }
};

const notLetIn = (answer: string): Refused =>
  new Refused(
    'credentials-refused',
    say(
      `S²LOW n’ouvre pas : ${oneLine(answer)}. Vérifiez le certificat, et l’identifiant s’il sert à plusieurs comptes.`,
      `S²LOW does not open: ${oneLine(answer)}. Check the certificate, and the login if it serves several accounts.`,
    ),
  );

const oneLine = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replace(/^KO /, '').trim().slice(0, 200);

const notUnderstood = (): NotNow =>
  new NotNow(
    say(
      'La réponse de S²LOW n’est pas lisible : un intermédiaire a peut-être répondu à sa place. Nouvel essai prévu.',
      'The answer of S²LOW cannot be read: something in between may have answered instead. Another try is planned.',
    ),
  );

/** A certificate that is refused breaks the connection before anybody can answer. */
const sayingWhose = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (/^ERR_(SSL|OSSL)/.test(error.code)) throw certificateRefused(error.code);
    if (error.code === 'ECONNRESET' || error.code === 'EPIPE') throw cutOff(error.code);
    if (/CERT|SIGNATURE|SELF_SIGNED/.test(error.code)) throw platformNotTrusted(error.code);
    throw error;
  }
};

/** Some servers hang up on a certificate they do not know without a word. */
const cutOff = (code: string): NotNow =>
  new NotNow(
    say(
      `S²LOW a coupé la liaison (${code}). Si cela dure, vérifiez votre certificat : il est peut-être expiré ou inconnu de la plateforme.`,
      `S²LOW cut the link (${code}). If it goes on, check your certificate: it may have expired, or the platform may not know it.`,
    ),
  );

const certificateRefused = (code: string): Refused =>
  new Refused(
    'credentials-refused',
    say(
      `S²LOW refuse le certificat, ou il n’est pas lisible (${code}). Vérifiez qu’il est en cours de validité, au format PEM, avec sa clé.`,
      `S²LOW refuses the certificate, or it cannot be read (${code}). Check that it is in date, in PEM, with its key.`,
    ),
  );

const platformNotTrusted = (code: string): Refused =>
  new Refused(
    'credentials-refused',
    say(
      `Le certificat de la plateforme n’est pas reconnu (${code}). Ajoutez son autorité aux réglages si elle vous l’a donnée.`,
      `The platform’s certificate is not trusted (${code}). Add its authority to the settings if it gave you one.`,
    ),
  );

interface Multipart {
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

/** One file in the field `enveloppe`. */
const asMultipart = ({ fileName, bytes }: PesFile): Multipart => {
  const boundary = `parvis-${randomBytes(12).toString('hex')}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="enveloppe"; filename="${fileName}"\r\nContent-Type: text/xml\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    description: `enveloppe: ${fileName}`,
  };
};
