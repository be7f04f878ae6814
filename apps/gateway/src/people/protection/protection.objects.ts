import type { FactorMethod } from '@parvis/application/people/factors/factor-methods';
import type { OwnSession, Protection } from '@parvis/application/people/factors/view-protection';
import type { OpenIdProvider } from '@parvis/application/people/openid/openid-expert';
import { deviceWords, shortAddress } from '@parvis/application/people/sessions/device-words';
import type { SignInMeans } from '@parvis/application/people/sessions/session';
import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FactorMethodEnum, SignInMeansEnum } from '../../graphql/enums.js';
import { DateTimeIso } from '../../graphql/scalars.js';
import type { Refusal } from '../../refusals/refusal.js';
import { refusalText } from '../../refusals/refusal-texts.js';
import { SecondFactorInput } from '../sign-in.objects.js';

@ObjectType('Passkey', { description: 'A key that a device keeps, opened by a finger, a face or a PIN.' })
export class PasskeyObject {
  constructor(private readonly passkey: Protection['passkeys'][number]) {}

  @Field(() => ID, { description: 'Identifier of the credential.' })
  get id(): string {
    return this.passkey.credentialId;
  }

  @Field(() => String, { description: 'Given by its owner.' })
  get name(): string {
    return this.passkey.name;
  }

  @Field(() => DateTimeIso, { description: 'When it was added.' })
  get createdAt(): Date {
    return this.passkey.createdAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When it last signed; null when it never did.' })
  get lastUsedAt(): Date | null {
    return this.passkey.lastUsedAt ?? null;
  }
}

@ObjectType('OwnSession', { description: 'A session of the viewer, on whatever device.' })
export class OwnSessionObject {
  constructor(private readonly session: OwnSession) {}

  @Field(() => ID, { description: 'For `endSession`.' })
  get id(): string {
    return this.session.sessionId;
  }

  @Field(() => Boolean, { description: 'The one that asks.' })
  get isThisOne(): boolean {
    return this.session.isThisOne;
  }

  @Field(() => SignInMeansEnum, { description: 'How it was opened.' })
  get means(): SignInMeans {
    return this.session.means;
  }

  @Field(() => String, { nullable: true, description: 'The browser, when it is one we know.' })
  get browser(): string | null {
    return deviceWords(this.session.device.userAgent).browser ?? null;
  }

  @Field(() => String, { nullable: true, description: 'The system, when it is one we know.' })
  get system(): string | null {
    return deviceWords(this.session.device.userAgent).system ?? null;
  }

  @Field(() => String, { nullable: true, description: 'The network address, shortened.' })
  get networkAddress(): string | null {
    return shortAddress(this.session.device.networkAddress) ?? null;
  }

  @Field(() => DateTimeIso, { description: 'When it was opened.' })
  get createdAt(): Date {
    return this.session.createdAt;
  }

  @Field(() => DateTimeIso, { description: 'When it was last used, to the minute.' })
  get lastSeenAt(): Date {
    return this.session.lastSeenAt;
  }

  @Field(() => DateTimeIso, { description: 'When it ends by itself.' })
  get expiresAt(): Date {
    return this.session.expiresAt;
  }
}

@ObjectType('OpenIdIdentity', { description: 'An identity of a provider that signs in to this account.' })
export class OpenIdIdentityObject {
  constructor(
    private readonly identity: Protection['identities'][number],
    private readonly name: string,
  ) {}

  @Field(() => String, { description: 'Key of the provider.' })
  get provider(): string {
    return this.identity.provider;
  }

  @Field(() => String, { description: 'As people know it.' })
  get providerName(): string {
    return this.name;
  }

  @Field(() => String, { description: 'The address it had when it was linked.' })
  get email(): string {
    return this.identity.email;
  }

  @Field(() => DateTimeIso, { description: 'When it was linked.' })
  get linkedAt(): Date {
    return this.identity.linkedAt;
  }
}

@ObjectType('Protection', { description: "How the viewer's account is protected." })
export class ProtectionObject {
  constructor(
    private readonly protection: Protection,
    private readonly providers: readonly OpenIdProvider[],
  ) {}

  @Field(() => DateTimeIso, { nullable: true, description: 'Since when an authenticator app protects it.' })
  get totpSince(): Date | null {
    return this.protection.totpSince ?? null;
  }

  @Field(() => [PasskeyObject], { description: 'The oldest first.' })
  get passkeys(): PasskeyObject[] {
    return this.protection.passkeys.map((passkey) => new PasskeyObject(passkey));
  }

  @Field(() => Int, { description: 'Recovery codes not used yet.' })
  get recoveryCodesLeft(): number {
    return this.protection.recoveryCodesLeft;
  }

  @Field(() => [OpenIdIdentityObject], { description: 'Identities that sign in to this account.' })
  get identities(): OpenIdIdentityObject[] {
    return this.protection.identities.map((identity) => {
      // A provider that is no longer configured keeps its key for a name.
      const known = this.providers.find(({ key }) => key === identity.provider);
      return new OpenIdIdentityObject(identity, known?.name ?? identity.provider);
    });
  }

  @Field(() => [OwnSessionObject], { description: 'Open sessions, the last seen first.' })
  get sessions(): OwnSessionObject[] {
    return this.protection.sessions.map((session) => new OwnSessionObject(session));
  }
}

@ObjectType('ProtectionRefused', { description: 'Nothing was changed.' })
export class ProtectionRefusedObject {
  constructor(refusal: Refusal, language: Language) {
    const { message, nextStep } = refusalText(refusal, language);
    this.code = refusal.code;
    this.message = message;
    this.nextStep = nextStep;
    this.retryAt = 'retryAt' in refusal ? refusal.retryAt : null;
    this.methods = 'methods' in refusal ? [...refusal.methods] : null;
  }

  @Field(() => String, {
    description: 'Code of the refusal; `proof-needed` asks for `proveAgain` first.',
  })
  readonly code: string;

  @Field(() => String, { description: 'What is in the way.' })
  readonly message: string;

  @Field(() => String, { description: 'What to do now.' })
  readonly nextStep: string;

  @Field(() => DateTimeIso, { nullable: true, description: 'Set when there were too many tries.' })
  readonly retryAt: Date | null;

  @Field(() => [FactorMethodEnum], {
    nullable: true,
    description: 'Of `proof-needed`: what proves it; the password when it is empty.',
  })
  readonly methods: FactorMethod[] | null;
}

@ObjectType('ProtectionChanged', { description: 'The account is protected otherwise now.' })
export class ProtectionChangedObject {
  constructor(protection: ProtectionObject, recoveryCodes: readonly string[]) {
    this.protection = protection;
    this.recoveryCodes = [...recoveryCodes];
  }

  @Field(() => ProtectionObject, { description: 'As it is now.' })
  readonly protection: ProtectionObject;

  @Field(() => [String], { description: 'New recovery codes, never shown again; mostly empty.' })
  readonly recoveryCodes: string[];
}

@ObjectType('TotpStarted', { description: 'A secret for an authenticator app, to be confirmed by a code.' })
export class TotpStartedObject {
  constructor({ secret, uri }: { readonly secret: string; readonly uri: string }) {
    this.secret = secret;
    this.uri = uri;
  }

  @Field(() => String, { description: 'To be typed where no camera is at hand (base32).' })
  readonly secret: string;

  @Field(() => String, { description: 'What the QR code holds (otpauth://).' })
  readonly uri: string;
}

@ObjectType('PasskeyQuestion', { description: 'What the browser is to ask the device.' })
export class PasskeyQuestionObject {
  constructor({ challenge, options }: { readonly challenge: string; readonly options: string }) {
    this.challenge = challenge;
    this.options = options;
  }

  @Field(() => String, { description: 'To be sent along with the answer.' })
  readonly challenge: string;

  @Field(() => String, { description: 'JSON text for `navigator.credentials`.' })
  readonly options: string;
}

@ObjectType('Proved', { description: 'The session goes on under a new token.' })
export class ProvedObject {
  constructor({ token, expiresAt }: { readonly token: string; readonly expiresAt: Date }) {
    this.token = token;
    this.expiresAt = expiresAt;
  }

  @Field(() => String, { description: 'For programs; browsers have it as a cookie.' })
  readonly token: string;

  @Field(() => DateTimeIso, { description: 'When the session ends by itself, as before.' })
  readonly expiresAt: Date;
}

@InputType('ProveAgainInput', {
  description: 'A proof of who one is: a second factor, or the password of whoever has none.',
})
export class ProveAgainInput {
  @Field(() => String, { nullable: true, description: 'For whoever has no second factor.' })
  password: string | null;

  @Field(() => SecondFactorInput, { nullable: true, description: 'One of the second factors.' })
  factor: SecondFactorInput | null;

  @Field(() => String, { nullable: true, description: 'Of `askPasskey`, when the factor is a passkey.' })
  challenge: string | null;
}

@InputType('AddPasskeyInput', { description: 'A passkey that the browser has made.' })
export class AddPasskeyInput {
  @Field(() => String, { description: 'Of `startPasskey`.' })
  challenge: string;

  @Field(() => String, { description: 'JSON text that the browser answered.' })
  answer: string;

  @Field(() => String, { description: 'What to call it: the device it lives on.' })
  name: string;
}

export const ProtectionResult = createUnionType({
  name: 'ProtectionResult',
  description: 'What came of changing the protection.',
  types: () => [ProtectionChangedObject, ProtectionRefusedObject] as const,
});

export const TotpStart = createUnionType({
  name: 'TotpStart',
  description: 'What came of beginning.',
  types: () => [TotpStartedObject, ProtectionRefusedObject] as const,
});

export const PasskeyQuestionResult = createUnionType({
  name: 'PasskeyQuestionResult',
  description: 'What to ask the device.',
  types: () => [PasskeyQuestionObject, ProtectionRefusedObject] as const,
});

export const ProofResult = createUnionType({
  name: 'ProofResult',
  description: 'What came of the proof.',
  types: () => [ProvedObject, ProtectionRefusedObject] as const,
});
