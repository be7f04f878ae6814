import type { Passkey } from '../people/factors/factor-store.js';
import type {
  NewPasskey,
  PasskeyExpert,
  PasskeyOwner,
  PasskeyQuestion,
} from '../people/factors/passkey-expert.js';

interface FakeAnswer {
  readonly credentialId: string;
  readonly challenge: string;
  readonly counter: number;
}

/** A device's answer, as the fake expert believes it. */
export const fakeAnswer = (
  credentialId: string,
  { challenge }: Pick<PasskeyQuestion, 'challenge'>,
  counter = 1,
): string => JSON.stringify({ credentialId, challenge, counter } satisfies FakeAnswer);

/** Passkeys without cryptography: an answer holds when it repeats the challenge and counts forward. */
export class FakePasskeys implements PasskeyExpert {
  private asked = 0;

  async askToRegister(owner: PasskeyOwner, known: readonly Passkey[]): Promise<PasskeyQuestion> {
    return this.ask({ owner: owner.email, exclude: idsOf(known) });
  }

  async readRegistration(answer: string, challenge: string): Promise<NewPasskey | undefined> {
    const read = parse(answer);
    if (read?.challenge !== challenge) return undefined;
    return { credentialId: read.credentialId, publicKey: 'key', counter: 0, transports: ['internal'] };
  }

  async askToSign(known: readonly Passkey[]): Promise<PasskeyQuestion> {
    return this.ask({ allow: idsOf(known) });
  }

  credentialOf(answer: string): string | undefined {
    return parse(answer)?.credentialId;
  }

  async readSignature(answer: string, challenge: string, passkey: Passkey): Promise<number | undefined> {
    const read = parse(answer);
    return read?.challenge === challenge && read.counter > passkey.counter ? read.counter : undefined;
  }

  private ask(question: object): PasskeyQuestion {
    this.asked += 1;
    const challenge = `challenge ${this.asked}`;
    return { challenge, options: JSON.stringify({ challenge, ...question }) };
  }
}

const idsOf = (passkeys: readonly Passkey[]): string[] => passkeys.map(({ credentialId }) => credentialId);

const parse = (answer: string): FakeAnswer | undefined => {
  try {
    return JSON.parse(answer) as FakeAnswer;
  } catch {
    return undefined;
  }
};
