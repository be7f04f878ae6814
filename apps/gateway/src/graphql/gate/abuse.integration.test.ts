import { alice } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abuses, sendAbuse } from '../../testing/abuse.js';
import { ApiClient } from '../../testing/api-client.js';
import { depositInvoice } from '../../testing/arrange.js';
import { Subscriber } from '../../testing/subscriber.js';
import { startTestGateway, type TestGateway } from '../../testing/test-gateway.js';
import { limits } from '../limits.js';

let test: TestGateway;
let supplier: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  supplier = await ApiClient.signedInAs(alice, test.url);
  await depositInvoice(supplier, 'A-1');
});
afterAll(() => test.close());

const LIST = '{ invoices(side: SUPPLIER) { edges { node { number } } } }';

interface Shown {
  readonly code?: string;
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly extensions?: { readonly refusal?: string; readonly nextStep?: string };
  }[];
}

describe('a hundred abusive requests and more', () => {
  it('are of many kinds', () => {
    expect(abuses.length).toBeGreaterThanOrEqual(100);
    expect(new Set(abuses.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10);
  });

  it('are all refused by name, while a client that asks what it needs is served in between', async () => {
    for (const [index, { kind, refusal, ...sent }] of abuses.entries()) {
      const response = await sendAbuse(test.url, sent);
      const shown = (await response.json()) as Shown;
      expect([kind, response.status < 500]).toEqual([kind, true]);
      expect([kind, shown.data ?? null]).toEqual([kind, null]);
      const code = shown.code ?? shown.errors?.[0]?.extensions?.refusal ?? null;
      expect([kind, code]).toEqual([kind, refusal]);
      if (index % 5 !== 0) continue;
      const served = await supplier.ask(LIST);
      expect(served).toEqual({
        status: 200,
        data: { invoices: { edges: [{ node: { number: 'A-1' } }] } },
        errors: [],
      });
    }
  });

  it('are told what was asked, what is allowed and what to do', async () => {
    const { errors } = await supplier.ask('{ invoices(side: SUPPLIER, first: 5000) { edges { cursor } } }');
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('5000'),
        extensions: {
          code: 'BAD_USER_INPUT',
          refusal: 'page-size-refused',
          argument: 'invoices(first:)',
          asked: 5000,
          allowed: 100,
          nextStep: expect.stringContaining('after'),
        },
      },
    ]);
  });
});

describe('a subscription', () => {
  it('stays within the same limits, and one connection follows so many at most', async () => {
    const subscriber = new Subscriber(test.url, { token: supplier.token ?? '' });
    const renamed = Array.from({ length: 31 }, (_, index) => `a${index}: number`).join(' ');
    const refused = await subscriber.errorsOf(
      `subscription { invoiceChanged(side: SUPPLIER) { invoice { ${renamed} } } }`,
    );
    expect(refused).toMatchObject([
      { extensions: { refusal: 'request-too-large', limit: 'aliases', asked: 31 } },
    ]);
    for (let count = 0; count < limits.subscriptions; count += 1) await subscriber.follow('SUPPLIER');
    const oneMore = await subscriber.errorsOf(
      'subscription { invoiceChanged(side: SUPPLIER) { invoice { id } } }',
    );
    expect(oneMore).toMatchObject([{ extensions: { refusal: 'too-many-subscriptions', allowed: 20 } }]);
    await subscriber.close();
  });
});
