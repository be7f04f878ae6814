/**
 * What the second barrier costs: the same questions to the stores, as the platform asks them and under the sight of whoever
 * asks, in turns. And how soon a gateway refuses what nobody should ask, while somebody else is served.
 */
import { createHash } from 'node:crypto';
import { seeing } from '@parvis/application/access/sight';
import { root } from '@parvis/launcher/prepare';
import { migrate } from '@parvis/persistence/migrate';
import { openPersistence } from '@parvis/persistence/open-persistence';
import pg from 'pg';
import { summary, throwAwayPostgres, timed, withGateway } from '../servers.mjs';
import { INVOICES, inventInvoices, structure } from './invent-invoices.mjs';

const ROUNDS = 60;
const SECRET = createHash('sha256').update('only for measuring').digest('hex');
const entity = structure(1);
const supplier = structure(60);

const questionsOn = async ({ lists, work }) => {
  const received = { scope: { recipients: [{ structureId: entity }] } };
  const issued = { scope: { suppliers: [supplier] } };
  const page = (filter, order, after) => () =>
    lists.page(filter, order, after === undefined ? { limit: 50 } : { limit: 50, after });
  const { rows, next: second } = await lists.page(issued, 'newestFirst', { limit: 50 });
  const refs = rows.map(({ ref }) => ref);
  const deep = await cursorAfter(lists, received, 'largestFirst', 20);
  const whole = (asked) => () =>
    work.run(async ({ invoices }) => [
      await invoices.findEach(asked),
      await invoices.eventsOfEach(asked),
      await invoices.documentsOfEach(asked),
    ]);
  return [
    ['entity: newest 50', entity, page(received, 'newestFirst')],
    ['entity: 50 by amount, page 20', entity, page(received, 'largestFirst', deep)],
    ['entity: 50 by text', entity, page({ ...received, text: 'f-1999' }, 'newestFirst')],
    ['entity: counts', entity, () => lists.countByStatus(received)],
    ['supplier: newest 50', supplier, page(issued, 'newestFirst', second)],
    ['supplier: counts', supplier, () => lists.countByStatus(issued)],
    ['supplier: one invoice, whole', supplier, whole(refs.slice(0, 1))],
    ['supplier: 50 invoices, whole', supplier, whole(refs)],
  ];
};

const cursorAfter = async (lists, filter, order, pages) => {
  let after;
  for (let page = 1; page < pages; page += 1)
    after = (await lists.page(filter, order, after === undefined ? { limit: 50 } : { limit: 50, after }))
      .next;
  return after;
};

const measureSight = async (url) => {
  const platform = await openPersistence({ url, secretKey: SECRET });
  const gateway = await openPersistence({ url, secretKey: SECRET, sight: { statementTimeoutMs: 5000 } });
  try {
    const without = await questionsOn(platform);
    const bound = await seeing({ structureIds: [supplier, entity] }, () => questionsOn(gateway));
    const rows = [];
    for (const [index, [what, sees, ask]] of without.entries()) {
      const figures = { without: [], within: [] };
      for (let round = -5; round < ROUNDS; round += 1) {
        const [free] = await timed(ask);
        const [held] = await timed(() => seeing({ structureIds: [sees] }, bound[index][2]));
        if (round < 0) continue;
        figures.without.push(free);
        figures.within.push(held);
      }
      rows.push({ what, without: summary(figures.without), within: summary(figures.within) });
    }
    return rows;
  } finally {
    await gateway.close();
    await platform.close();
  }
};

const measureRefusals = async (url) => {
  const { abuses, sendAbuse } = await import(
    new URL('apps/gateway/dist/testing/abuse.js', `file://${root}/`)
  );
  return withGateway(url, SECRET, async (address) => {
    const ask = async (query) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return response.json();
    };
    const normal = () => ask('{ viewer { id } }');
    for (let time = 0; time < 50; time += 1) await normal();
    for (const abuse of abuses) await (await sendAbuse(address, abuse)).text();
    const refused = [];
    const served = [];
    for (const abuse of abuses) {
      const [taken] = await timed(async () => (await sendAbuse(address, abuse)).text());
      refused.push({ kind: abuse.kind, taken });
      served.push((await timed(normal))[0]);
    }
    const slowest = refused.toSorted((one, other) => other.taken - one.taken).slice(0, 3);
    return {
      count: refused.length,
      refused: summary(refused.map(({ taken }) => taken)),
      slowest,
      served: summary(served),
    };
  });
};

export const measureBarriers = async () => {
  const server = await throwAwayPostgres();
  try {
    await migrate(server.url);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await inventInvoices(client);
    await client.end();
    return {
      invoices: INVOICES,
      sight: await measureSight(server.url),
      refusals: await measureRefusals(server.url),
    };
  } finally {
    await server.stop();
  }
};
