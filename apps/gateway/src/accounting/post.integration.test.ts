import { createHmac } from 'node:crypto';
import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import { makePullStatuses } from '@parvis/application/accounting/pull-statuses';
import { alice, claire, denis, hospital, hospitalBooks, uuid } from '@parvis/application/testing/cast';
import { connectionInboxOf } from '@parvis/connector-kit/connection-inbox';
import { makeOpenConnector } from '@parvis/connector-kit/open-connection';
import { startFaultyProxy } from '@parvis/connector-kit/testing/faulty-proxy';
import { shippedKinds } from '@parvis/connectors/shipped-kinds';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { newId } from '@parvis/persistence/new-id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../machine.js';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice, routeInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const secret = 'un-secret-de-signature-assez-long';
const ownSystem: AccountingConnection = {
  ...hospitalBooks,
  id: uuid(770),
  system: 'webhook',
  name: 'Logiciel maison',
  settings: { url: 'https://finances.exemple/evenements', secrets: { secret } },
};

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
  await test.persistence.referenceData.saveConnection(ownSystem);
});
afterAll(() => test.close());

const message = (number: number): string =>
  JSON.stringify({ id: `R-${number}`, status: 'paid', occurredAt: '2026-03-10T10:00:00Z' });

const signed = (body: string, { key = secret, ago = 0 } = {}): Record<string, string> => {
  const t = Math.floor(Date.now() / 1000) - ago;
  const v1 = createHmac('sha256', key).update(`${t}.${body}`).digest('hex');
  return { 'content-type': 'application/json', 'x-parvis-signature': `t=${t},v1=${v1}` };
};

const post = async (body: string, headers: Record<string, string>, connectionId = ownSystem.id) => {
  const address = `${test.url}/webhooks/connections/${connectionId}`;
  const response = await fetch(address, { method: 'POST', headers, body });
  return { status: response.status, answer: await response.json() };
};

const kept = async (): Promise<string[]> => {
  const messages = await test.persistence.work.run(({ inbox }) =>
    inbox.after(hospital.structureId, ownSystem.id, 0, 500),
  );
  return messages.map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
};

const pullsOf = async (connectionId: string): Promise<number> => {
  const rows: { count: string }[] = await test.persistence.dataSource.query(
    `SELECT count(*) FROM pgboss.job WHERE name = 'pull-statuses' AND data->>'connectionId' = $1`,
    [connectionId],
  );
  return Number(rows[0]?.count);
};

describe('a signed message of a connected system', () => {
  it('is kept before it is answered, with the job that reads it', async () => {
    expect(await post(message(1), signed(message(1)))).toEqual({ status: 202, answer: { received: true } });
    expect(await kept()).toEqual([message(1)]);
    expect(await pullsOf(ownSystem.id)).toBe(1);
  });

  it('is answered and not kept again when the very same bytes come again', async () => {
    const before = await kept();
    expect(await post(message(1), signed(message(1)))).toEqual({ status: 200, answer: { received: true } });
    expect(await kept()).toEqual(before);
  });

  it('is kept even where nobody will understand it', async () => {
    expect((await post('payé hier', signed('payé hier'))).status).toBe(202);
    expect(await kept()).toContain('payé hier');
  });

  it.each([
    ['without a signature', () => ({}), /n’est pas signé/],
    ['signed with another secret', () => signed(message(2), { key: 'x'.repeat(32) }), /octets envoyés/],
    ['signed for other bytes', () => signed(message(3)), /octets envoyés/],
    ['signed ten minutes ago', () => signed(message(2), { ago: 600 }), /cinq minutes/],
  ])('is refused in words and not kept %s', async (_name, headers, words) => {
    const before = await kept();
    const refused = await post(message(2), headers());
    expect(refused).toMatchObject({
      status: 401,
      answer: { code: 'post-not-proven', nextStep: expect.stringMatching(words) },
    });
    expect(await kept()).toEqual(before);
  });

  it('is refused beyond a mebibyte', async () => {
    const large = JSON.stringify('x'.repeat(1_100_000));
    expect(await post(large, signed(large))).toMatchObject({
      status: 413,
      answer: { code: 'body-too-large' },
    });
  });

  it('finds nothing behind an address that is none', async () => {
    for (const id of [uuid(999), 'nonsense'])
      expect(await post(message(1), signed(message(1)), id)).toMatchObject({
        status: 404,
        answer: { code: 'connection-not-found' },
      });
  });

  it('is not expected of a system that we read ourselves', async () => {
    expect(await post(message(1), signed(message(1)), hospitalBooks.id)).toMatchObject({
      status: 405,
      answer: { code: 'post-not-expected' },
    });
  });
});

describe('messages over a link that fails one time in ten', () => {
  it('are kept once each when their sender posts until it is answered', async () => {
    let passed = 0;
    const proxy = await startFaultyProxy(test.url, () => {
      passed += 1;
      if (passed % 10 === 3) return { kind: 'lose' };
      return passed % 10 === 7 ? { kind: 'down' } : undefined;
    });
    const before = (await kept()).length;
    const numbers = Array.from({ length: 80 }, (_, index) => 1000 + index);
    const untilAnswered = async (body: string): Promise<void> => {
      const address = `${proxy.origin}/webhooks/connections/${ownSystem.id}`;
      const sending = fetch(address, { method: 'POST', headers: signed(body), body });
      const answer = await sending.catch(() => undefined);
      if (!answer?.ok) await untilAnswered(body);
    };
    try {
      await Promise.all(numbers.map((number) => untilAnswered(message(number))));
    } finally {
      await proxy.stop();
    }
    const added = (await kept()).slice(before);
    expect(added.toSorted()).toEqual(numbers.map(message).toSorted());
  });
});

describe('a status told by a connected system', () => {
  const [remoteId, word] = ['R-815', 'payment_ordered'];

  /** As the worker leaves a delivery, and as it then reads what was posted. */
  const delivered = async (id: string, there = remoteId): Promise<void> => {
    const ref = parseInvoiceRef(id);
    if (!ref) throw new Error(`not an invoice: ${id}`);
    await test.persistence.work.run(({ deliveries }) =>
      deliveries.open({
        ref,
        connectionId: ownSystem.id,
        revision: 1,
        state: 'delivered',
        attempts: 1,
        createdAt: new Date(),
        deliveredAt: new Date(),
        remoteId: there,
      }),
    );
  };
  const pull = () => {
    const { work } = test.persistence;
    const tools = { now: () => new Date(), mark: () => undefined };
    return makePullStatuses({
      ...tools,
      work,
      openConnector: makeOpenConnector(shippedKinds, { ...tools, inboxOf: connectionInboxOf(work) }),
      newId,
      sha256,
      log: () => undefined,
      publicUrl: 'https://parvis.invalid',
    })({ recipientId: hospital.structureId, connectionId: ownSystem.id });
  };

  it('moves the invoice once, told by its identifier or its key, however often it is told', async () => {
    const supplier = await ApiClient.signedInAs(alice, test.url);
    const id = await depositInvoice(supplier, 'W-1');
    await routeInvoice(test, id);
    await delivered(id);
    const told = { id: remoteId, status: word, occurredAt: '2026-03-12T10:00:00Z', number: 'M-12' };
    const twice = [told, { ...told, key: `parvis:${parseInvoiceRef(id)?.invoiceId}:1` }].map((each) =>
      JSON.stringify(each),
    );
    for (const body of twice) expect((await post(body, signed(body))).status).toBe(202);
    expect(await pull()).toEqual({ applied: 1 });
    expect(await pull()).toEqual({ applied: 0 });
    const query = 'query ($id: ID!) { invoice(id: $id) { status } }';
    const seen = await supplier.ask<{ invoice: { status: string } }>(query, { id });
    expect(seen.data.invoice.status).toBe('PAYMENT_ORDERED');
  });

  it('holds up nothing of what follows, whatever letters and days it is made of', async () => {
    const supplier = await ApiClient.signedInAs(alice, test.url);
    const id = await depositInvoice(supplier, 'W-2');
    await routeInvoice(test, id);
    const key = `parvis:${parseInvoiceRef(id)?.invoiceId}:1`;
    await delivered(id, 'R-816');
    const odd = [
      {
        key,
        status: 'cassé\u0000',
        reason: 'a\u0000b\ud800',
        number: 'M\u0000',
        occurredAt: '2026-03-12T10:00:00Z',
      },
      { key, status: 'partly_paid', occurredAt: '0000-01-01T00:00:00Z' },
      { id: '\u0000', status: 'paid', occurredAt: '9999-12-31T23:59:59Z' },
      { key, status: word, occurredAt: '2026-03-12T10:00:00Z' },
    ].map((each) => JSON.stringify(each));
    for (const body of odd) expect((await post(body, signed(body))).status).toBe(202);
    expect(await pull()).toEqual({ applied: 1 });
  });
});

describe('a notification that there is news', () => {
  const QUERY = '{ accountingConnections { id postAddress newsToken } }';
  interface Shown {
    readonly accountingConnections: readonly { id: string; postAddress: string; newsToken: string | null }[];
  }
  const shownTo = async (person: typeof claire) => {
    const client = await ApiClient.signedInAs(person, test.url);
    return (await client.ask<Shown>(QUERY)).data.accountingConnections;
  };

  it('has the connection read at once, and keeps nothing', async () => {
    const shown = (await shownTo(claire)).find(({ id }) => id === hospitalBooks.id);
    const authorization = `Bearer ${shown?.newsToken}`;
    expect(shown?.postAddress).toMatch(new RegExp(`/webhooks/connections/${hospitalBooks.id}$`));
    expect((await post('', { authorization }, hospitalBooks.id)).status).toBe(202);
    expect(await pullsOf(hospitalBooks.id)).toBe(1);
    // One reading that waits is enough, however many say that there is news.
    expect((await post('', { authorization }, hospitalBooks.id)).status).toBe(202);
    expect(await pullsOf(hospitalBooks.id)).toBe(1);
  });

  it('needs the token of this very connection', async () => {
    const other = (await shownTo(claire)).find(({ id }) => id === ownSystem.id);
    const refused = await post('', { authorization: `Bearer ${other?.newsToken}` }, hospitalBooks.id);
    expect(refused).toMatchObject({ status: 401, answer: { code: 'news-token-wrong' } });
  });

  it('shows its token to those who operate the connection only', async () => {
    const shown = await shownTo(denis);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.map(({ newsToken }) => newsToken)).toEqual(shown.map(() => null));
  });

  it('is throttled for a network that posts without end', async () => {
    const codes = new Set<number>();
    for (let round = 0; round < 20 && !codes.has(429); round += 1) {
      const answers = await Promise.all(Array.from({ length: 40 }, () => post('', {}, uuid(998))));
      for (const { status } of answers) codes.add(status);
    }
    expect(codes).toContain(429);
  });
});
