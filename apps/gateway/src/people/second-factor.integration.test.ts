import { codeOf, stepAt } from '@parvis/application/people/factors/totp';
import { alice, bruno, claire, gilles, password } from '@parvis/application/testing/cast';
import type { Person } from '@parvis/domain/access/actor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hmacSha1 } from '../machine.js';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename ... on SignedIn { token } ... on SecondFactorRequired { challenge methods expiresAt } ... on SignInRefused { code message }
} }`;
const CONFIRM = `mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) {
  __typename ... on SignedIn { token viewer { email } } ... on SignInRefused { code message }
} }`;
const REFUSED = '... on ProtectionRefused { code message nextStep methods }';
const CHANGED = `__typename ... on ProtectionChanged { recoveryCodes protection { totpSince recoveryCodesLeft passkeys { name } } } ${REFUSED}`;
const SESSIONS = '{ protection { sessions { id isThisOne means system browser networkAddress } } }';

interface Step {
  readonly __typename: string;
  readonly token?: string;
  readonly challenge?: string;
  readonly code?: string;
  readonly [other: string]: unknown;
}

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
});
afterAll(() => test.close());

const stranger = () => new ApiClient(test.url);
const firstStep = async ({ email }: Person): Promise<Step> =>
  (await stranger().ask<{ signIn: Step }>(SIGN_IN, { input: { email, password } })).data.signIn;
const confirm = async (challenge: unknown, method: string, answer: string): Promise<Step> => {
  const input = { challenge, factor: { method, answer } };
  return (await stranger().ask<{ confirmSecondFactor: Step }>(CONFIRM, { input })).data.confirmSecondFactor;
};

/** The app is one step ahead at most, so each test may take two codes. */
const codeFor = async (person: Person, stepsAhead = 0): Promise<string> => {
  const totp = await test.persistence.work.run(({ factors }) => factors.findTotp(person.userId));
  const bits = [...(totp?.secret ?? '')].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return codeOf(hmacSha1, key, stepAt(new Date()) + stepsAhead);
};

const enrol = async (person: Person): Promise<{ client: ApiClient; codes: readonly string[] }> => {
  const client = await ApiClient.signedInAs(person, test.url);
  await client.ask('mutation { startTotp { __typename } }');
  const { data } = await client.ask<{ confirmTotp: { recoveryCodes: string[] } }>(
    `mutation ($code: String!) { confirmTotp(code: $code) { ${CHANGED} } }`,
    { code: await codeFor(person) },
  );
  return { client, codes: data.confirmTotp.recoveryCodes };
};

describe('a second factor', () => {
  it('is set up, then asked for, and opens the session', async () => {
    const { codes } = await enrol(alice);
    expect(codes).toHaveLength(10);
    const step = await firstStep(alice);
    expect(step).toMatchObject({ __typename: 'SecondFactorRequired', methods: ['TOTP', 'RECOVERY_CODE'] });
    const opened = await confirm(step.challenge, 'TOTP', await codeFor(alice, 1));
    expect(opened).toMatchObject({ __typename: 'SignedIn', viewer: { email: alice.email } });
    expect(await confirm(step.challenge, 'TOTP', await codeFor(alice, 1))).toMatchObject({
      code: 'challenge-over',
    });
  });

  it('gives no session of any kind on the password alone', async () => {
    await enrol(bruno);
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { input: { email: bruno.email, password } } }),
    });
    expect(response.headers.get('set-cookie')).toBeNull();
    const { data } = (await response.json()) as { data: { signIn: Step } };
    const withChallenge = new ApiClient(test.url, data.signIn.challenge);
    expect((await withChallenge.ask('{ viewer { email } }')).data).not.toMatchObject({
      viewer: { email: bruno.email },
    });
  });

  it('lost, is replaced by a recovery code: of two uses at once one opens a session', async () => {
    const { codes } = await enrol(gilles);
    const steps = [await firstStep(gilles), await firstStep(gilles)];
    const answers = await Promise.all(
      steps.map(({ challenge }) => confirm(challenge, 'RECOVERY_CODE', codes[0] ?? '')),
    );
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['SignInRefused', 'SignedIn']);
  });

  it('is guessed five times at most, counted in the database whatever the process', async () => {
    const { client } = await enrol(claire);
    const { challenge } = await firstStep(claire);
    const guesses = await Promise.all(
      Array.from({ length: 8 }, async () => confirm((await firstStep(claire)).challenge, 'TOTP', '000000')),
    );
    expect(guesses.filter(({ code }) => code === 'code-refused')).toHaveLength(5);
    const closed = await confirm(challenge, 'TOTP', await codeFor(claire, 1));
    expect(closed.code).toBe('too-many-tries');
    expect(closed.message).toMatch(/\d\d\sh\s\d\d.*clé d'accès/s);
    // Whoever is in stays in.
    expect((await client.ask('{ viewer { email } }')).data).toEqual({ viewer: { email: claire.email } });
  });
});

describe('sessions', () => {
  it('are listed for their owner, and ended from elsewhere', async () => {
    const elise = { email: 'elise@exemple.invalid' } as Person;
    const [here, there] = [
      await ApiClient.signedInAs(elise, test.url),
      await ApiClient.signedInAs(elise, test.url),
    ];
    const { data } = await here.ask<{ protection: { sessions: Step[] } }>(SESSIONS);
    expect(data.protection.sessions).toHaveLength(2);
    expect(data.protection.sessions.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect(data.protection.sessions[0]).toMatchObject({ means: 'PASSWORD', networkAddress: '127.0.0.x' });
    expect((await here.ask('mutation { endOtherSessions }')).data).toEqual({ endOtherSessions: 1 });
    expect((await there.ask('{ viewer { email } }')).data).toEqual({ viewer: null });
    expect((await here.ask('{ viewer { email } }')).data).toEqual({ viewer: { email: elise.email } });
  });

  it('proved anew go on under another token', async () => {
    const fanny = { email: 'fanny@exemple.invalid' } as Person;
    const client = await ApiClient.signedInAs(fanny, test.url);
    const PROVE = `mutation ($input: ProveAgainInput!) { proveAgain(input: $input) { __typename ... on Proved { token } ${REFUSED} } }`;
    expect((await client.ask(PROVE, { input: { password: 'azerty' } })).data).toMatchObject({
      proveAgain: { code: 'password-refused' },
    });
    const { data } = await client.ask<{ proveAgain: Step }>(PROVE, { input: { password } });
    expect((await client.ask('{ viewer { email } }')).data).toEqual({ viewer: null });
    const renewed = new ApiClient(test.url, data.proveAgain.token);
    expect((await renewed.ask('{ viewer { email } }')).data).toEqual({ viewer: { email: fanny.email } });
  });

  it('protect nothing for strangers', async () => {
    const { errors } = await stranger().ask(SESSIONS);
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a passkey', () => {
  it('is asked of a stranger the same way whoever has one, and an invented answer opens nothing', async () => {
    const ASK = `mutation { askPasskey { __typename ... on PasskeyQuestion { challenge options } ${REFUSED} } }`;
    const { data } = await stranger().ask<{ askPasskey: { challenge: string; options: string } }>(ASK);
    const { challenge, options } = data.askPasskey;
    expect(JSON.parse(options)).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [],
    });
    const SIGN = `mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { ... on SignInRefused { code } } }`;
    const invented = { input: { challenge, answer: JSON.stringify({ id: 'x', response: {} }) } };
    expect((await stranger().ask(SIGN, invented)).data).toEqual({
      signInWithPasskey: { code: 'passkey-refused' },
    });
    expect((await stranger().ask(SIGN, invented)).data).toEqual({
      signInWithPasskey: { code: 'challenge-over' },
    });
  });
});
