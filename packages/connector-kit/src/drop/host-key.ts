import ssh2, { Client } from 'ssh2';
import { addressOf, asNoAnswer, fingerprintOf, type SftpWay } from './sftp-session.js';

export interface ShownHostKey {
  /** `ssh-ed25519` */
  readonly type: string;
  readonly fingerprint: string;
}

/** Asks a server for its key and goes away before any secret is said. Throws `Refused` and `NoAnswer`. */
export const readHostKey = async (
  { host, port }: { readonly host: string; readonly port: number },
  way: SftpWay,
): Promise<ShownHostKey> => {
  const address = await addressOf({ host, port }, way);
  const client = new Client();
  try {
    return await new Promise<ShownHostKey>((resolve, reject) => {
      client.on('error', reject);
      client.on('close', () => reject(new Error('closed')));
      client.connect({
        host: address,
        port,
        username: 'parvis',
        readyTimeout: way.timeoutMs,
        hostVerifier: (key: Buffer) => {
          const parsed = ssh2.utils.parseKey(key);
          const type = parsed instanceof Error ? 'ssh' : parsed.type;
          resolve({ type, fingerprint: fingerprintOf(key) });
          return false;
        },
      });
    });
  } catch (error) {
    throw asNoAnswer(error);
  } finally {
    client.on('error', () => {});
    client.destroy();
  }
};
