/**
 * The search in a directory of national size, asked as people ask, beside the same rows looked up by an indexed
 * equality in the same run: through the store, and through GraphQL over HTTP.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeSearchDirectory } from '@parvis/application/directory/search-directory';
import { startPostgres } from '@parvis/launcher/embedded-postgres';
import { freePort } from '@parvis/launcher/postgres-process';
import { root } from '@parvis/launcher/prepare';
import { migrate } from '@parvis/persistence/migrate';
import { openPersistence } from '@parvis/persistence/open-persistence';
import pg from 'pg';
import { ENTITIES, SERVICES } from './invented-entities.mjs';
import { questions } from './questions.mjs';
import { seedDirectory } from './seed-directory.mjs';

const EACH = 60;
const WARM_UP = 5;
const HTTP_EACH = 6;

const quantile = (figures, share) => {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};

const summary = (figures) => ({
  p50: quantile(figures, 0.5),
  p95: quantile(figures, 0.95),
  most: Math.max(...figures),
});

const timed = async (act) => {
  const start = performance.now();
  const answer = await act();
  return [performance.now() - start, answer];
};

/** Every question once through `ask`, and after it the rows of its answer by primary key through `floor`. */
const run = async (asked, ask, floor) => {
  const ways = new Map();
  const all = [];
  const floors = [];
  for (const { way, question } of asked) {
    const [taken, ids] = await timed(() => ask(question));
    const [base] = await timed(() => floor(ids));
    ways.set(way, [...(ways.get(way) ?? []), taken]);
    all.push(taken);
    floors.push(base);
  }
  return {
    all: summary(all),
    floor: summary(floors),
    ways: [...ways].map(([way, figures]) => ({ way, ...summary(figures) })),
  };
};

const throwAwayPostgres = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parvis-bench-'));
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDirectory: path.join(folder, 'postgres'), durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
};

const seeded = async (url) => {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const [taken] = await timed(() => seedDirectory(client));
    const { rows } = await client.query(
      "SELECT siret, name, town, department, kind FROM structure WHERE side = 'publicEntity' ORDER BY md5(siret) LIMIT 500",
    );
    return { seconds: taken / 1000, entities: rows };
  } finally {
    await client.end();
  }
};

const SECRET = createHash('sha256').update('only for measuring').digest('hex');

const QUERY = `query ($search: String, $department: String, $kind: PublicEntityKind) {
  directory(search: $search, department: $department, kind: $kind) {
    totalCount edges { foundBy node { structureId siret name town requirementSentence openServices } }
  }
}`;

/** Kinds as the API says them: publicEstablishment is PUBLIC_ESTABLISHMENT. */
const apiKind = (kind) => kind?.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Asks a gateway of its own, as a stranger does. */
const overHttp = async (url, act) => {
  const data = mkdtempSync(path.join(tmpdir(), 'parvis-bench-data-'));
  const port = await freePort();
  const gateway = spawn(process.execPath, [path.join(root, 'apps/gateway/dist/main.js')], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: url,
      PARVIS_DATA_DIRECTORY: data,
      PARVIS_SECRET_KEY: SECRET,
      PARVIS_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await answering(`http://localhost:${port}/readyz`);
    return await act(async ({ text, kind, department }) => {
      const response = await fetch(`http://localhost:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUERY, variables: { search: text, department, kind: apiKind(kind) } }),
      });
      const { data: found, errors } = await response.json();
      if (errors) throw new Error(`the gateway answered: ${JSON.stringify(errors)}`);
      return found.directory.edges.map(({ node }) => node.structureId);
    });
  } finally {
    const ended = new Promise((resolve) => gateway.once('exit', resolve));
    gateway.kill();
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
};

const answering = async (address) => {
  for (const until = Date.now() + 30_000; Date.now() < until; ) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer`);
};

export const measureDirectory = async () => {
  const server = await throwAwayPostgres();
  try {
    const { seconds, entities } = await seeded(server.url);
    const persistence = await openPersistence({ url: server.url, secretKey: SECRET });
    try {
      const search = makeSearchDirectory(persistence);
      const ask = async (question) => (await search(question)).rows.map(({ entity }) => entity.structureId);
      const floor = (ids) =>
        persistence.dataSource.query('SELECT * FROM structure WHERE structure_id = ANY ($1::uuid[])', [ids]);
      await run(questions(entities, WARM_UP, 3), ask, floor);
      const store = await run(questions(entities, EACH), ask, floor);
      // Few: a stranger is asked to slow down after 120 questions in a row.
      const http = await overHttp(server.url, (askGateway) =>
        run(questions(entities, HTTP_EACH, 5), askGateway, floor),
      );
      return { entities: ENTITIES, services: SERVICES, seconds, store, http };
    } finally {
      await persistence.close();
    }
  } finally {
    await server.stop();
  }
};
