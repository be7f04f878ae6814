import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export type Settings = Readonly<Record<string, unknown>>;

/** Settings as the database keeps them: what stands under `secrets` is sealed, the rest is readable. */
export interface SettingsCipher {
  seal(settings: Settings, connectionId: string): Settings;
  open(settings: Settings, connectionId: string): Settings;
}

const SHORTEST_KEY = 32;
const IV = 12;
const TAG = 16;
const PREFIX = 'v1.';

/**
 * AES-256-GCM under a key derived from the installation's own. A sealed text is bound to its connection: copied to
 * another one, it does not open.
 */
export const makeSettingsCipher = (installationKey: string): SettingsCipher => {
  if (installationKey.length < SHORTEST_KEY) {
    throw new RangeError(
      `the key that seals secrets has ${installationKey.length} characters, and needs ${SHORTEST_KEY}: make one with openssl rand -base64 32`,
    );
  }
  const key = new Uint8Array(hkdfSync('sha256', installationKey, '', 'parvis connection secrets', 32));
  return {
    seal: ({ secrets, ...settings }, connectionId) =>
      secrets === undefined
        ? settings
        : { ...settings, secrets: sealText(key, JSON.stringify(secrets), connectionId) },
    open: ({ secrets, ...settings }, connectionId) =>
      secrets === undefined
        ? settings
        : { ...settings, secrets: JSON.parse(openText(key, String(secrets), connectionId)) },
  };
};

const sealText = (key: Uint8Array, text: string, boundTo: string): string => {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
};

const openText = (key: Uint8Array, text: string, boundTo: string): string => {
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV))
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(bytes.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Error(
      `the secrets of connection ${boundTo} do not open: they were sealed under another key, or altered`,
      { cause },
    );
  }
};
