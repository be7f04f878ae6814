/** An authenticator app's secret (RFC 6238). */
export interface Totp {
  readonly userId: string;
  /** Base32, as the app takes it. Sealed at rest. */
  readonly secret: string;
  readonly startedAt: Date;
  /** Undefined until a first code has proved that the app knows the secret; only then it counts as a factor. */
  readonly confirmedAt?: Date;
}

/** A WebAuthn credential. */
export interface Passkey {
  /** Base64url, as WebAuthn names it. */
  readonly credentialId: string;
  readonly userId: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** Signatures made so far, as the authenticator counts; 0 for those that do not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** Given by the person: « iPhone de Claire ». */
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
}

export interface FactorStore {
  findTotp(userId: string): Promise<Totp | undefined>;
  /** Replaces the secret there was; no step of it is taken yet. */
  saveTotp(totp: Totp): Promise<void>;
  /** A first code has been right. */
  confirmTotp(userId: string, at: Date): Promise<void>;
  removeTotp(userId: string): Promise<void>;
  /** Takes a time step, each once and never one before the last; false when it is taken. */
  takeStep(userId: string, step: number): Promise<boolean>;
  /** The oldest first. */
  passkeysOf(userId: string): Promise<Passkey[]>;
  findPasskey(credentialId: string): Promise<Passkey | undefined>;
  /** False when the credential is known already, whoever has it. */
  addPasskey(passkey: Passkey): Promise<boolean>;
  /** False when the person has no such passkey. */
  renamePasskey(userId: string, credentialId: string, name: string): Promise<boolean>;
  /** False when the person has no such passkey. */
  removePasskey(userId: string, credentialId: string): Promise<boolean>;
  notePasskeyUse(credentialId: string, counter: number, at: Date): Promise<void>;
  /** Those there were are void. */
  replaceRecoveryCodes(userId: string, hashes: readonly string[]): Promise<void>;
  /** Uses a code up; false when there is none such, or somebody was quicker. */
  takeRecoveryCode(userId: string, hash: string): Promise<boolean>;
  countRecoveryCodes(userId: string): Promise<number>;
}
