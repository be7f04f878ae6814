import { createHash } from 'node:crypto';
import { say } from '@parvis/domain/display/language';
import { Client, type SFTPWrapper } from 'ssh2';
import { checkSftpPort, reachableAddresses } from '../egress.js';
import { NoAnswer } from '../exchange.js';
import { Refused } from '../failures.js';
import type { SftpServer } from './sftp-server.js';

/** A connection that stalls is the usual failure: it is noticed after three of these without an answer. */
const KEEP_ALIVE_MS = 15_000;

/** A signed-in connection. */
export interface SftpSession {
  /** Does one thing within its time; throws what the server answered, or `NoAnswer`. */
  within<Answer>(
    milliseconds: number,
    ask: (sftp: SFTPWrapper, done: (error: Error | undefined | null, answer: Answer) => void) => void,
  ): Promise<Answer>;
}

export interface SftpWay {
  readonly timeoutMs: number;
  /** Whether servers of private networks may be reached. */
  readonly privateTargets: boolean;
}

/** The address to connect to: judged, and not asked for again afterwards. Throws `Refused` and `NoAnswer`. */
export const addressOf = async (
  { host, port }: Pick<SftpServer, 'host' | 'port'>,
  { privateTargets }: Pick<SftpWay, 'privateTargets'>,
): Promise<string> => {
  checkSftpPort(port, { privateTargets });
  try {
    const [first] = await reachableAddresses(host, { privateTargets });
    if (first) return first.address;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw asNoAnswer(error);
  }
  throw new NoAnswer('ENOTFOUND');
};

/** A connection is kept this long after the last piece of work: the next invoice seldom comes alone. */
const IDLE_MS = 5_000;

interface OpenSession extends SftpSession {
  users: number;
  leave(): void;
}

/** Everyone who asks for the same server with the same secrets shares a connection. */
const sessions = new Map<string, Promise<OpenSession>>();

/** Signs in where nobody has just now, and works. Throws `Refused` for another host key or a wrong secret, and `NoAnswer`. */
export const withSftpSession = async <Answer>(
  server: SftpServer,
  way: SftpWay,
  work: (session: SftpSession) => Promise<Answer>,
): Promise<Answer> => {
  const name = createHash('sha256')
    .update(JSON.stringify([server, way]))
    .digest('hex');
  const forget = () => void sessions.delete(name);
  const opening = sessions.get(name) ?? openSession(server, way, forget);
  sessions.set(name, opening);
  const session = await opening.catch((error: unknown) => {
    forget();
    throw error;
  });
  session.users += 1;
  try {
    return await work(session);
  } finally {
    session.users -= 1;
    setTimeout(() => {
      if (session.users > 0) return;
      forget();
      session.leave();
    }, IDLE_MS).unref();
  }
};

const openSession = async (server: SftpServer, way: SftpWay, forget: () => void): Promise<OpenSession> => {
  const address = await addressOf(server, way);
  const client = new Client();
  let cut: (error: NoAnswer) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    cut = reject;
  });
  // Nobody may be waiting at the moment at which the connection breaks.
  broken.catch(() => {});
  client.on('close', () => {
    forget();
    cut(new NoAnswer('ECONNRESET'));
  });
  const sftp = await signIn(client, { ...server, host: address }, way.timeoutMs).catch((error: unknown) => {
    client.on('error', () => {});
    client.destroy();
    throw error;
  });
  client.on('error', (error) => cut(asNoAnswer(error)));
  return {
    users: 0,
    within: (milliseconds, ask) => Promise.race([broken, answered(client, sftp, milliseconds, ask)]),
    leave: () => client.end(),
  };
};

const signIn = (client: Client, server: SftpServer, timeoutMs: number): Promise<SFTPWrapper> =>
  new Promise((resolve, reject) => {
    let shown: string | undefined;
    const { host, port, user, password, privateKey, passphrase, hostKey } = server;
    client.once('error', (error) => {
      if (shown !== undefined && shown !== hostKey) return reject(anotherHostKey(shown));
      reject(isSignIn(error) ? secretRefused() : asNoAnswer(error));
    });
    client.once('close', () => reject(new NoAnswer('ECONNRESET')));
    // Some servers ask for the password as a question to a person.
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) =>
      finish(prompts.map(() => password ?? '')),
    );
    client.once('ready', () => {
      // Small questions, each waited for: collecting them would only delay each.
      client.setNoDelay(true);
      client.sftp((error, sftp) => (error ? reject(noSftp()) : resolve(sftp)));
    });
    try {
      client.connect({
        host,
        port,
        username: user,
        ...(password ? { password } : {}),
        ...(privateKey ? { privateKey } : {}),
        ...(passphrase ? { passphrase } : {}),
        tryKeyboard: password !== undefined,
        readyTimeout: timeoutMs,
        keepaliveInterval: KEEP_ALIVE_MS,
        keepaliveCountMax: 3,
        hostVerifier: (key: Buffer) => {
          shown = fingerprintOf(key);
          return shown === hostKey;
        },
      });
    } catch {
      // The library reads the key before it connects; its words may hold a piece of it.
      reject(keyUnreadable());
    }
  });

/** `SHA256:…`, as `ssh-keygen -l` writes it. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

const answered = <Answer>(
  client: Client,
  sftp: SFTPWrapper,
  milliseconds: number,
  ask: (sftp: SFTPWrapper, done: (error: Error | undefined | null, answer: Answer) => void) => void,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject(new NoAnswer('timeout'));
      client.destroy();
    }, milliseconds);
    ask(sftp, (error, answer) => {
      clearTimeout(limit);
      if (error) reject(isStatus(error) ? error : asNoAnswer(error));
      else resolve(answer);
    });
  });

/** What an SFTP server answers with: 2 no such file, 3 permission denied, 4 failure. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;

const isStatus = (error: Error): boolean => [2, 3, 4, 8].includes(statusOf(error) ?? 0);

const isSignIn = (error: Error): boolean => 'level' in error && error.level === 'client-authentication';

export const asNoAnswer = (error: unknown): NoAnswer => {
  if (error instanceof NoAnswer) return error;
  const level = error instanceof Error && 'level' in error ? error.level : undefined;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (level === 'client-timeout') return new NoAnswer('timeout', { cause: error });
  return new NoAnswer(typeof code === 'string' ? code : 'ECONNRESET', { cause: error });
};

const anotherHostKey = (shown: string): Refused =>
  new Refused(
    'credentials-refused',
    say(
      `Le serveur montre une autre clé que celle qui a été confirmée (${shown}). Rien n’a été envoyé. Demandez à son administrateur si elle a changé, puis confirmez la nouvelle empreinte.`,
      `The server shows another key than the one confirmed (${shown}). Nothing was sent. Ask its administrator whether it has changed, then confirm the new fingerprint.`,
    ),
  );

const secretRefused = (): Refused =>
  new Refused(
    'credentials-refused',
    say(
      'Le serveur SFTP refuse ce nom d’utilisateur avec cette clé ou ce mot de passe.',
      'The SFTP server refuses this user name with this key or password.',
    ),
  );

const keyUnreadable = (): Refused =>
  new Refused(
    'credentials-refused',
    say(
      'La clé privée est illisible, ou sa phrase de passe est fausse. Collez-la en entier, de BEGIN à END.',
      'The private key cannot be read, or its passphrase is wrong. Paste all of it, from BEGIN to END.',
    ),
  );

const noSftp = (): Refused =>
  new Refused(
    'right-missing',
    say(
      'Le serveur accepte la connexion mais n’ouvre pas SFTP à ce compte.',
      'The server takes the connection but does not open SFTP to this account.',
    ),
  );
