import type { Passkey } from '@parvis/application/people/factors/factor-store';
import type { PasskeyExpert, PasskeyQuestion } from '@parvis/application/people/factors/passkey-expert';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

const PRODUCT = 'Parvis';

/** WebAuthn for one address: passkeys belong to its host name, answers to its origin. */
export const webauthnPasskeys = (publicUrl: string): PasskeyExpert => {
  const { hostname: rpID, origin: expectedOrigin } = new URL(publicUrl);
  return {
    askToRegister: async ({ userId, email, name }, known) => {
      const options = await generateRegistrationOptions({
        rpName: PRODUCT,
        rpID,
        userID: new TextEncoder().encode(userId),
        userName: email,
        userDisplayName: name,
        attestationType: 'none',
        excludeCredentials: known.map(toDescriptor),
        // Found without an address typed, and opened by a finger, a face or a PIN: two factors in one.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return toQuestion(options);
    },
    readRegistration: async (answer, challenge) => {
      const response = parse<RegistrationResponseJSON>(answer);
      if (!response) return undefined;
      const read = await orNothing(() =>
        verifyRegistrationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin,
          expectedRPID: rpID,
        }),
      );
      if (!read?.verified) return undefined;
      const { id, publicKey, counter, transports = [] } = read.registrationInfo.credential;
      return {
        credentialId: id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: [...transports],
      };
    },
    askToSign: async (known) =>
      toQuestion(
        await generateAuthenticationOptions({
          rpID,
          allowCredentials: known.map(toDescriptor),
          userVerification: 'required',
        }),
      ),
    credentialOf: (answer) => {
      const id = parse<{ readonly id?: unknown }>(answer)?.id;
      return typeof id === 'string' ? id : undefined;
    },
    readSignature: async (answer, challenge, { credentialId, publicKey, counter }) => {
      const response = parse<AuthenticationResponseJSON>(answer);
      if (!response) return undefined;
      const read = await orNothing(() =>
        verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin,
          expectedRPID: rpID,
          credential: {
            id: credentialId,
            publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
            counter,
          },
        }),
      );
      return read?.verified ? read.authenticationInfo.newCounter : undefined;
    },
  };
};

const toQuestion = (options: { readonly challenge: string }): PasskeyQuestion => ({
  options: JSON.stringify(options),
  challenge: options.challenge,
});

const toDescriptor = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  transports: [...transports],
});

/** The library throws for every answer that does not hold; to us each is the same. */
const orNothing = async <Answer>(read: () => Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await read();
  } catch {
    return undefined;
  }
};

const parse = <Shape>(text: string): Shape | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Shape) : undefined;
  } catch {
    return undefined;
  }
};
