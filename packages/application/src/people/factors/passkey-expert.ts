import type { Passkey } from './factor-store.js';

/** What a browser is asked to do with a passkey. */
export interface PasskeyQuestion {
  /** JSON text for `navigator.credentials` (WebAuthn, parse…OptionsFromJSON). */
  readonly options: string;
  /** What the answer must sign, base64url. */
  readonly challenge: string;
}

export type NewPasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>;

export interface PasskeyOwner {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

/** Knows WebAuthn; answers of browsers travel as JSON text. */
export interface PasskeyExpert {
  /** Asks for a new passkey; those known already are not made twice on the same device. */
  askToRegister(owner: PasskeyOwner, known: readonly Passkey[]): Promise<PasskeyQuestion>;
  /** Undefined when the answer does not hold. */
  readRegistration(answer: string, challenge: string): Promise<NewPasskey | undefined>;
  /** Asks for one of these, or, without any, for whichever the person has here. The person is verified by the device. */
  askToSign(known: readonly Passkey[]): Promise<PasskeyQuestion>;
  /** Which credential answers; undefined when the text is no answer. */
  credentialOf(answer: string): string | undefined;
  /** The signatures made by then; undefined when the answer does not hold, or the counter went backwards. */
  readSignature(answer: string, challenge: string, passkey: Passkey): Promise<number | undefined>;
}
