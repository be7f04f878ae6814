import { alice, password } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const lines: string[] = [];
let test: TestGateway;
let stranger: ApiClient;
beforeAll(async () => {
  test = await startTestGateway({ PARVIS_LOG_LEVEL: 'trace' }, { write: (line) => void lines.push(line) });
  stranger = new ApiClient(test.url);
});
afterAll(() => test.close());

const post = (subject: string, body: string, number: number) =>
  test.persistence.work.run(({ mail }) =>
    mail.add({
      mailId: `01900000-0000-7000-8000-00000000000${number}`,
      to: alice.email,
      subject,
      body,
    }),
  );

describe('the mailbox of a demonstration', () => {
  it('shows what is not sent, the newest first, with links to follow and nothing that runs', async () => {
    const empty = await (await stranger.get('/boite-aux-lettres/')).text();
    expect(empty).toContain('Aucun message');
    await post('Premier', 'Bonjour\n\nhttps://parvis.invalid/compte#a&b\n\n<script>alert(1)</script>', 1);
    await post('Second', 'Bonjour', 2);
    const response = await stranger.get('/boite-aux-lettres/?lang=en');
    const page = await response.text();
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('Premier'));
    expect(page).toContain('<a href="https://parvis.invalid/compte#a&amp;b">');
    expect(page).not.toContain('<script>');
    expect(page).toContain('Demonstration: everyone reads');
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'none'/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is not there without the demonstration', async () => {
    const plain = await startTestGateway({ PARVIS_EXPLORER: '0' });
    const { status } = await new ApiClient(plain.url).get('/boite-aux-lettres/');
    await plain.close();
    expect(status).toBe(404);
  });
});

describe('what is logged', () => {
  it('holds no whole address, no password, no secret and no IBAN', async () => {
    const secrets = ['rabot, ciseau et varlope', password, 'FR7630001007941234567890185'];
    await stranger.ask(
      'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename ... on SignUpStarted { signUpId } } }',
      {
        input: {
          ...{ side: 'SUPPLIER', identifier: '00000091900019', email: 'nadia@menuiserie.example' },
          structure: { name: 'Menuiserie', street: secrets[2], postCode: '74999', town: 'Annecy' },
          ...{ name: 'Nadia Lopez', password: secrets[0], language: 'FR' },
        },
      },
    );
    const client = await ApiClient.signedInAs(alice, test.url);
    await client.ask(
      'mutation { requestPasswordReset(input: { email: "alice@exemple.invalid", side: SUPPLIER }) { __typename } }',
    );
    // Something that fails with the values of a row in its error.
    await test.persistence.dataSource.query(
      'ALTER TABLE asking ADD CONSTRAINT full_up CHECK (false) NOT VALID',
    );
    await client.ask(
      'mutation { requestPasswordReset(input: { email: "bruno@exemple.invalid", side: SUPPLIER }) { __typename } }',
    );
    const log = lines.join('');
    expect(log).toContain('full_up');
    expect(log).toContain('"url":"/graphql"');
    expect(log).not.toMatch(/(alice|bruno|nadia)@/);
    for (const secret of [...secrets, client.token ?? 'none']) expect(log).not.toContain(secret);
  });
});
