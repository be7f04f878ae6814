/** What came of asking the device: JSON text for the gateway, or why there is none. */
export type DeviceAnswer =
  | { readonly kind: 'answered'; readonly answer: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unknown' };

/** Browsers since 2025 read and write the gateway's JSON themselves (WebAuthn level 3). */
export const knowsPasskeys = (): boolean =>
  'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Has the device sign with one of its passkeys. `options`: JSON text of the gateway. */
export const signWithDevice = (options: string): Promise<DeviceAnswer> =>
  ask(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)),
    }),
  );

/** Has the device make a passkey. `options`: JSON text of the gateway. */
export const registerOnDevice = (options: string): Promise<DeviceAnswer> =>
  ask(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)),
    }),
  );

/** Whoever closes the device's window, or waits too long, has cancelled: the browser tells no difference. */
const ask = async (question: () => Promise<Credential | null>): Promise<DeviceAnswer> => {
  if (!knowsPasskeys()) return { kind: 'unknown' };
  const credential = await question().catch(() => null);
  if (!(credential instanceof PublicKeyCredential)) return { kind: 'cancelled' };
  return { kind: 'answered', answer: JSON.stringify(credential.toJSON()) };
};
