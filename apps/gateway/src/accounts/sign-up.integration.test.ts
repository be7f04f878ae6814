import { alice, bruno, password, stationer } from '@parvis/application/testing/cast';
import { codeIn, linkIn } from '@parvis/application/testing/mails';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) {
  __typename
  ... on SignUpStarted { signUpId email codeExpiresAt }
  ... on AccountRefused { code message nextStep retryAt faults { field code message } }
} }`;
const CONFIRM = `mutation ($input: ConfirmSignUpInput!) { confirmSignUp(input: $input) {
  __typename
  ... on SignUpConfirmed { token outcome structureName viewer { email memberships { role structure { name siret } } } }
  ... on AccountRefused { code triesLeft nextStep }
} }`;
const SIGN_UP_INVITED = `mutation ($input: SignUpInvitedInput!) { signUpInvited(input: $input) {
  ... on InvitedSignedUp { viewer { email memberships { role structure { siret } grants { space level } } } }
  ... on AccountRefused { code }
} }`;
const ACT = '__typename ... on AccountActDone { email } ... on AccountRefused { code message retryAt }';

interface Started {
  readonly signUp: { readonly __typename: string; readonly signUpId: string; readonly email: string };
}
interface Confirmed {
  readonly confirmSignUp: {
    readonly __typename: string;
    readonly code?: string;
    readonly outcome?: string;
    readonly token?: string;
  };
}

const newcomer = (email: string, siret = '00000091900019') => ({
  side: 'SUPPLIER',
  identifier: siret,
  structure: { name: 'Menuiserie du Lac', street: '3 rue des Scieurs', postCode: '74999', town: 'Annecy' },
  email,
  name: 'Nadia Lopez',
  password: 'rabot, ciseau et varlope',
  language: 'FR',
});

let test: TestGateway;
let stranger: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  stranger = new ApiClient(test.url);
});
afterAll(() => test.close());

const lastMailTo = async (address: string) => {
  const waiting = await test.persistence.work.run(({ mail }) => mail.newestWaiting(100));
  const found = waiting.find(({ to }) => to === address);
  if (!found) throw new Error(`nothing was written to ${address}`);
  return found;
};

const start = async (email: string, siret?: string): Promise<string> => {
  const { data } = await stranger.ask<Started>(SIGN_UP, { input: newcomer(email, siret) });
  expect(data.signUp).toMatchObject({ __typename: 'SignUpStarted', email });
  return data.signUp.signUpId;
};

const confirm = async (signUpId: string, code: string): Promise<Confirmed['confirmSignUp']> =>
  (await stranger.ask<Confirmed>(CONFIRM, { input: { signUpId, code } })).data.confirmSignUp;

describe('a newcomer', () => {
  it('becomes the manager of a new structure, signed in by a cookie', async () => {
    const email = 'nadia@menuiserie.example';
    const signUpId = await start(email);
    const code = codeIn(await lastMailTo(email));
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: CONFIRM, variables: { input: { signUpId, code } } }),
    });
    expect(response.headers.get('set-cookie')).toMatch(/^parvis_session=[\w-]{43}; Path=\/; HttpOnly/);
    expect(await response.json()).toMatchObject({
      data: {
        confirmSignUp: {
          outcome: 'CREATED',
          structureName: 'Menuiserie du Lac',
          viewer: {
            email,
            memberships: [{ role: 'MAIN_MANAGER', structure: { siret: '00000091900019' } }],
          },
        },
      },
    });
    expect(await confirm(signUpId, code)).toMatchObject({ code: 'sign-up-not-found' });
  });

  it('who was invited gives a name and a password, and is inside with a cookie', async () => {
    const email = 'ines@papeterie.example';
    const manager = await ApiClient.signedInAs(bruno, test.url);
    const invitation = {
      structureId: stationer.structureId,
      email,
      asDeputy: false,
      grants: [{ space: 'ISSUED_INVOICES', level: 'READ' }],
      reason: 'Renfort',
    };
    await manager.ask(
      'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }',
      { input: invitation },
    );
    const input = {
      token: decodeURIComponent(linkIn(await lastMailTo(email))),
      name: 'Inès Faure',
      password: 'rabot, ciseau et varlope',
      language: 'FR',
    };
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_UP_INVITED, variables: { input } }),
    });
    expect(response.headers.get('set-cookie')).toMatch(/^parvis_session=[\w-]{43}; Path=\/; HttpOnly/);
    expect(await response.json()).toEqual({
      data: {
        signUpInvited: {
          viewer: {
            email,
            memberships: [
              {
                role: 'USER',
                structure: { siret: stationer.siret },
                grants: [{ space: 'ISSUED_INVOICES', level: 'READ' }],
              },
            ],
          },
        },
      },
    });
    const again = await stranger.ask<{ signUpInvited: unknown }>(SIGN_UP_INVITED, { input });
    expect(again.data.signUpInvited).toEqual({ code: 'invitation-not-found' });
  });

  it('asks the people of a structure that is there', async () => {
    const email = 'omar@papeterie.example';
    const signUpId = await start(email, stationer.siret);
    expect(await confirm(signUpId, codeIn(await lastMailTo(email)))).toMatchObject({
      outcome: 'REQUESTED',
      structureName: stationer.name,
      viewer: { memberships: [] },
    });
    expect((await lastMailTo(bruno.email)).subject).toContain('Nadia Lopez');
  });

  it('is told all faults at once, in the language of the page', async () => {
    const { data } = await stranger.ask<{ signUp: unknown }>(SIGN_UP, {
      input: { ...newcomer('nadia', '123'), password: 'court' },
    });
    expect(data.signUp).toMatchObject({
      code: 'fields-faulty',
      faults: [
        { field: 'identifier', code: 'siret-length', message: expect.stringContaining('14 chiffres') },
        { field: 'email', code: 'email-malformed' },
        { field: 'password', code: 'password-too-short' },
      ],
    });
  });

  it('is not told whether an address has an account', async () => {
    await start(alice.email);
    const mail = await lastMailTo(alice.email);
    expect(mail.subject).toBe('Vous avez déjà un compte Parvis');
    expect(mail.body).toContain('/fournisseur/mot-de-passe-oublie');
  });

  it('is told beforehand what will come of a SIRET', async () => {
    const query = `{ structureForSignUp(side: SUPPLIER, identifier: "${stationer.siret}") { kind name message } }`;
    expect((await stranger.ask(query)).data).toMatchObject({
      structureForSignUp: {
        kind: 'EXISTING',
        name: stationer.name,
        message: expect.stringContaining(stationer.name),
      },
    });
  });
});

describe('two at once, on the database', () => {
  it('confirmations of one sign-up make one account', async () => {
    const email = 'paul@menuiserie.example';
    const signUpId = await start(email, '00000092700012');
    const code = codeIn(await lastMailTo(email));
    const answers = await Promise.all([confirm(signUpId, code), confirm(signUpId, code)]);
    expect(answers.map(({ outcome, code: refused }) => outcome ?? refused).sort()).toEqual([
      'CREATED',
      'sign-up-not-found',
    ]);
  });

  it('sign-ups of one SIRET make one structure and one request', async () => {
    const emails = ['rose@menuiserie.example', 'sami@menuiserie.example'];
    const proofs: (readonly [string, string])[] = [];
    for (const email of emails) {
      const signUpId = await start(email, '00000093500015');
      proofs.push([signUpId, codeIn(await lastMailTo(email))]);
    }
    const answers = await Promise.all(proofs.map(([signUpId, code]) => confirm(signUpId, code)));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['CREATED', 'REQUESTED']);
    const rows: unknown[] = await test.persistence.dataSource.query(
      "SELECT 1 FROM structure WHERE siret = '00000093500015'",
    );
    expect(rows).toHaveLength(1);
  });

  it('wrong codes are counted one by one', async () => {
    const email = 'tina@menuiserie.example';
    const signUpId = await start(email, '00000088500012');
    const wrong = codeIn(await lastMailTo(email)) === '000000' ? '000001' : '000000';
    const answers = await Promise.all(Array.from({ length: 7 }, () => confirm(signUpId, wrong)));
    expect(answers.filter(({ code }) => code === 'code-wrong')).toHaveLength(5);
    expect(answers.filter(({ code }) => code === 'code-used-up')).toHaveLength(2);
  });
});

describe('a password', () => {
  const askReset = (email: string) =>
    stranger.ask(
      `mutation { requestPasswordReset(input: { email: "${email}", side: SUPPLIER }) { ${ACT} } }`,
    );
  const reset = (link: string) =>
    stranger.ask<{ resetPassword: { code?: string; __typename: string } }>(
      `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ${ACT} } }`,
      { input: { link, password: 'trois chevaux bleus', side: 'SUPPLIER' } },
    );

  it('forgotten is set anew once, by one of two at once, and ends the sessions', async () => {
    const before = await ApiClient.signedInAs(bruno, test.url);
    await askReset(bruno.email);
    const link = linkIn(await lastMailTo(bruno.email));
    const answers = await Promise.all([reset(link), reset(link)]);
    expect(answers.map(({ data }) => data.resetPassword.__typename).sort()).toEqual([
      'AccountActDone',
      'AccountRefused',
    ]);
    expect((await before.ask('{ viewer { id } }')).data).toEqual({ viewer: null });
  });

  it('is changed by whoever knows the current one', async () => {
    const client = await ApiClient.signedInAs(alice, test.url);
    const change = (current: string) =>
      client.ask<{ changePassword: unknown }>(
        `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ${ACT} } }`,
        { input: { current, password: 'trois chevaux bleus', side: 'SUPPLIER' } },
      );
    expect((await change('wrong')).data.changePassword).toMatchObject({ code: 'current-password-wrong' });
    expect((await change(password)).data.changePassword).toMatchObject({ __typename: 'AccountActDone' });
    expect((await client.ask('{ viewer { email } }')).data).toEqual({ viewer: { email: alice.email } });
  });
});
