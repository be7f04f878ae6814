import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSimulator, startSimulator } from './server.js';

const TOKEN = 'jeton-des-tests';

const bill = (key: string) => ({
  key,
  kind: 'invoice',
  supplier: { siret: '00000012500013', name: 'Papeterie <du> Bocage' },
  reference: 'F-2026-0042',
  issueDate: '2026-03-02',
  currency: 'EUR',
  lines: [{ label: 'Ramettes', quantity: '10', unitPrice: '10.00', net: '100.00', vatRate: '20' }],
  vat: [{ rate: '20', category: 'S', base: '100.00', amount: '20.00' }],
});

describe('the accounting simulator', () => {
  let directory = '';
  let simulator: RunningSimulator;

  const start = () =>
    startSimulator({
      port: 0,
      host: '127.0.0.1',
      dataFile: path.join(directory, 'books.sqlite'),
      token: TOKEN,
      secondsPerStep: 0,
    });
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'parvis-simulator-'));
    simulator = await start();
  });
  afterEach(async () => {
    await simulator.stop();
    await rm(directory, { recursive: true });
  });

  const ask = async (method: string, where: string, body?: object, token = TOKEN) => {
    const response = await fetch(simulator.url + where, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
    };
  };
  const press = (where: string, fields: Record<string, string>, headers = {}) =>
    fetch(simulator.url + where, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      headers,
    });

  it('takes twins, as most accounting systems do', async () => {
    await ask('POST', 'api/bills', bill('k1'));
    await ask('POST', 'api/bills', bill('k1'));
    expect((await ask('GET', 'api/bills?key=k1')).body.bills).toHaveLength(2);
  });

  it('tells bills whose key begins so, page by page', async () => {
    for (const key of ['k:1', 'saisie', 'k:2', 'k:3']) await ask('POST', 'api/bills', bill(key));
    const page = async (after: number) => {
      const { body } = await ask('GET', `api/bills?keyPrefix=k:&after=${after}&limit=2`);
      return body.bills.map((found: { id: number; key: string }) => [found.id, found.key]);
    };
    expect(await page(0)).toEqual([
      [1, 'k:1'],
      [3, 'k:2'],
    ]);
    expect(await page(3)).toEqual([[4, 'k:3']]);
  });

  it('tells of an order what its bills have left of it', async () => {
    const order = {
      number: 'EJ-2026-0001',
      supplier: { siret: '00000012500013', name: 'Papeterie du Bocage' },
      amount: '200.00',
    };
    await ask('PUT', 'api/orders', order);
    await ask('POST', 'api/bills', { ...bill('k1'), engagementNumber: order.number });
    expect((await ask('GET', 'api/orders')).body.orders).toMatchObject([
      { id: 1, number: order.number, left: '80.00', closed: false },
    ]);
    await ask('PUT', 'api/orders', { ...order, closed: true });
    expect((await ask('GET', 'api/orders')).body.orders).toMatchObject([{ id: 1, closed: true }]);
    expect((await ask('GET', 'api/orders?after=1')).body.orders).toEqual([]);
  });

  it('keeps what it acknowledged, and counts numbers on, after a restart', async () => {
    for (const key of ['k1', 'k2']) await ask('POST', 'api/bills', bill(key));
    await ask('POST', 'api/bills/1/acts', { act: 'post' });
    await simulator.stop();
    simulator = await start();
    const { body } = await ask('POST', 'api/bills/2/acts', { act: 'post' });
    expect(body.number).toMatch(/-00002$/);
    expect((await ask('GET', 'api/bills/1')).body.number).toMatch(/-00001$/);
  });

  it.each([
    ['a field it does not know', { ...bill('k'), colour: 'red' }, ''],
    [
      'an amount of three decimals',
      { ...bill('k'), lines: [{ ...bill('k').lines[0], net: '1.005' }] },
      'lines.0.net',
    ],
    ['no line', { ...bill('k'), lines: [] }, 'lines'],
  ])('refuses a bill with %s, and names the field', async (_name, body, field) => {
    const answer = await ask('POST', 'api/bills', body);
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { code: 'malformed', ...(field ? { field } : {}) } },
    });
  });

  it('shows nothing to a program without the token', async () => {
    expect((await ask('GET', 'api/bills', undefined, 'autre')).status).toBe(401);
    expect((await ask('PUT', 'api/moods', { down: true }, 'autre')).status).toBe(401);
  });

  it('deletes a draft and nothing else', async () => {
    await ask('POST', 'api/bills', bill('k1'));
    await ask('POST', 'api/bills', bill('k2'));
    await ask('POST', 'api/bills/2/acts', { act: 'post' });
    expect((await ask('DELETE', 'api/bills/1')).status).toBe(200);
    expect((await ask('DELETE', 'api/bills/2')).status).toBe(409);
    expect((await ask('GET', 'api/bills/1')).status).toBe(404);
  });

  it('keeps a file once, and gives it back as it came', async () => {
    await ask('POST', 'api/bills', bill('k1'));
    const content = Buffer.from([0, 255, 10, 13]);
    const file = {
      name: 'F-2026-0042.pdf',
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(content).digest('hex'),
      contentBase64: content.toString('base64'),
    };
    expect((await ask('POST', 'api/bills/1/files', file)).status).toBe(201);
    expect((await ask('POST', 'api/bills/1/files', file)).status).toBe(200);
    expect((await ask('POST', 'api/bills/1/files', { ...file, sha256: '0'.repeat(64) })).status).toBe(422);
    const given = await fetch(`${simulator.url}bills/1/files/1`);
    expect(Buffer.from(await given.arrayBuffer())).toEqual(content);
    expect(given.headers.get('content-disposition')).toContain('F-2026-0042.pdf');
  });

  describe('in a mood', () => {
    const mood = (settings: object) => ask('PUT', 'api/moods', settings);

    it('is down for programs while its page answers', async () => {
      await mood({ down: true });
      expect((await ask('GET', 'api/bills')).status).toBe(503);
      expect((await fetch(simulator.url)).status).toBe(200);
      await mood({ down: false });
      expect((await ask('GET', 'api/bills')).status).toBe(200);
    });

    it('takes no bill dated in a closed period, until it is opened again', async () => {
      await ask('PUT', 'api/moods', { closedUntil: '2026-03-31' });
      expect(await ask('POST', 'api/bills', bill('k'))).toMatchObject({
        status: 422,
        body: { error: { code: 'period-closed', field: 'issueDate' } },
      });
      await ask('PUT', 'api/moods', { closedUntil: null });
      expect((await ask('POST', 'api/bills', bill('k'))).status).toBe(201);
    });

    it('refuses to sign programs in', async () => {
      await mood({ refusesSignIn: true });
      expect((await ask('GET', 'api/health')).status).toBe(401);
    });

    it('creates a bill and loses the answer, once', async () => {
      await mood({ losesNextAnswer: true });
      await expect(ask('POST', 'api/bills', bill('k1'))).rejects.toThrow();
      expect((await ask('GET', 'api/bills?key=k1')).body.bills).toHaveLength(1);
      expect((await ask('POST', 'api/bills', bill('k2'))).status).toBe(201);
    });

    it('tells old news again with the new', async () => {
      await ask('POST', 'api/bills', bill('k1'));
      await ask('POST', 'api/bills', bill('k2'));
      await mood({ repeatsChanges: true });
      const { body } = await ask('GET', 'api/changes?after=1');
      expect(body).toMatchObject({ changes: [{ sequence: 1 }, { sequence: 2 }], next: 2, more: false });
    });

    it('is told from its page, and becomes normal again there', async () => {
      await press('moods', { down: 'on', lateSeconds: '3' });
      expect((await ask('GET', 'api/moods')).body).toMatchObject({
        down: true,
        lateSeconds: 3,
        refusesSignIn: false,
      });
      await press('moods/reset', {});
      expect((await ask('GET', 'api/moods')).body).toMatchObject({ down: false, lateSeconds: 0 });
    });
  });

  describe('to whoever wants to be told', () => {
    const called: (string | undefined)[] = [];
    let listener: Server;
    let address = '';
    beforeEach(async () => {
      called.length = 0;
      listener = createServer((request, response) => {
        called.push(request.headers.authorization);
        response.end();
      }).listen(0, '127.0.0.1');
      await once(listener, 'listening');
      address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
      await ask('POST', 'api/bills', bill('k1'));
    });
    afterEach(async () => {
      const closed = once(listener, 'close');
      listener.close();
      listener.closeAllConnections();
      await closed;
    });

    it('says that there is news after an act, with the token it was given, even after a restart', async () => {
      expect((await ask('PUT', 'api/news-address', { address, token: 'jeton-de-nouvelles' })).status).toBe(
        204,
      );
      expect(called).toEqual([]);
      await ask('POST', 'api/bills/1/acts', { act: 'validate' });
      await expect.poll(() => called).toEqual(['Bearer jeton-de-nouvelles']);
      await simulator.stop();
      simulator = await start();
      await press('bills/1/acts', { act: 'post' });
      await expect.poll(() => called).toHaveLength(2);
    });

    it('goes on where nobody listens, and calls nobody who did not ask', async () => {
      await ask('PUT', 'api/news-address', { address: 'http://127.0.0.1:9/', token: 'jeton' });
      expect((await ask('POST', 'api/bills/1/acts', { act: 'validate' })).status).toBe(200);
      await ask('PUT', 'api/news-address', { address, token: 'jeton' });
      await ask('DELETE', 'api/news-address');
      expect((await ask('POST', 'api/bills/1/acts', { act: 'post' })).status).toBe(200);
      expect(called).toEqual([]);
    });
  });

  describe('on its page', () => {
    beforeEach(async () => {
      await ask('POST', 'api/bills', bill('k1'));
    });

    it('shows bills in both languages, names escaped', async () => {
      for (const [language, word] of [
        ['fr', 'Factures reçues'],
        ['en', 'Bills received'],
      ]) {
        const page = await fetch(simulator.url, { headers: { 'accept-language': language ?? '' } });
        const text = await page.text();
        expect(text).toContain(word);
        expect(text).toContain('Papeterie &lt;du&gt; Bocage');
      }
    });

    it('lets the accountant act, and tells of it', async () => {
      expect((await press('bills/1/acts', { act: 'post' })).status).toBe(303);
      expect((await ask('GET', 'api/changes?after=1')).body.changes).toMatchObject([
        { word: 'posted', billId: 1 },
      ]);
    });

    it('says why an act is not possible any more', async () => {
      await press('bills/1/acts', { act: 'cancel', reason: 'Doublon' });
      const late = await press('bills/1/acts', { act: 'post' });
      expect(late.status).toBe(409);
      expect(await late.text()).toContain('role="alert"');
    });

    it('takes no orders from another site', async () => {
      const forged = await press('bills/1/acts', { act: 'post' }, { 'sec-fetch-site': 'cross-site' });
      expect(forged.status).toBe(403);
      expect((await ask('GET', 'api/bills/1')).body.state).toBe('draft');
    });

    it('does not lead to another site', async () => {
      const away = await fetch(`${simulator.url}language/en?to=//elsewhere.example`, { redirect: 'manual' });
      expect(away.headers.get('location')).toBe('/');
    });

    it('has a page for what does not exist', async () => {
      for (const where of ['bills/7', 'bills/x', 'bills/1/files/9', 'nowhere']) {
        expect((await fetch(simulator.url + where)).status).toBe(404);
      }
    });
  });

  describe('as a sandbox', () => {
    const named = (reference: string) => ({ ...bill(reference), reference });
    const bring = (reference: string) => ask('POST', 'api/bills', named(reference));
    const standsThere = async (reference: string) =>
      (await ask('GET', `api/bills?reference=${reference}`)).body.bills as { totals: { gross: string } }[];

    it('has an accountant who practises at the pace that is asked for', async () => {
      await bring('F-1-REFUS');
      expect((await ask('PUT', 'api/practice', { secondsPerStep: 0.01 })).body).toEqual({
        secondsPerStep: 0.01,
      });
      await expect
        .poll(async () =>
          (await ask('GET', 'api/changes')).body.changes.map(({ word }: { word: string }) => word),
        )
        .toEqual(['draft', 'cancelled']);
    });

    it('is busy or broken twice, then takes the bill', async () => {
      for (const [reference, status] of [
        ['F-2-OCCUPE', 429],
        ['F-2-PANNE', 500],
      ] as const) {
        const answers = [await bring(reference), await bring(reference), await bring(reference)];
        expect(answers.map((answer) => answer.status)).toEqual([status, status, 201]);
        expect(await standsThere(reference)).toHaveLength(1);
      }
    });

    it('always refuses a closed period', async () => {
      expect((await bring('F-3-CLOS')).status).toBe(422);
      expect((await bring('F-3-CLOS')).body.error).toMatchObject({ code: 'period-closed' });
    });

    it('makes the bill and loses its answer, or answers what nobody can read', async () => {
      await expect(bring('F-4-PERDU')).rejects.toThrow(/fetch failed/);
      expect(await standsThere('F-4-PERDU')).toHaveLength(1);
      expect((await bring('F-4-ILLISIBLE')).body).toContain('<html>');
      expect(await standsThere('F-4-ILLISIBLE')).toHaveLength(1);
    });

    it('stores a total that is a cent too high', async () => {
      await bring('F-5-CENTIME');
      expect(await standsThere('F-5-CENTIME')).toMatchObject([{ totals: { gross: '120.01' } }]);
    });

    it('tells programs and people which numbers trigger what', async () => {
      const { body } = await ask('GET', 'api/practice');
      expect(body.scenarios).toHaveLength(9);
      expect(body.deliveryFaults.map(({ ending }: { ending: string }) => ending)).toContain('CENTIME');
      expect((await ask('GET', '')).body).toContain('…-SUPPRIME');
    });
  });
});
