/**
 * The search in a directory of national size, asked as people ask, beside the same rows looked up by an indexed
 * equality in the same run: through the store, and through GraphQL over HTTP.
 */
import { createHash } from 'node:crypto';
import { makeSearchDirectory } from '@parvis/application/directory/search-directory';
import { migrate } from '@parvis/persistence/migrate';
import { openPersistence } from '@parvis/persistence/open-persistence';
import pg from 'pg';
import { summary, throwAwayPostgres, timed, withGateway } from '../servers.mjs';
import { ENTITIES, SERVICES } from './invented-entities.mjs';
import { questions, waysOfAsking } from './questions.mjs';
import { seedDirectory } from './seed-directory.mjs';

const EACH = 60;
const WARM_UP = 5;
const HTTP_EACH = 6;

/** Every question once through `ask`, and after it the rows of its answer by primary key through `floor`. */
const run = async (asked, ask, floor) => {
  const taken = [];
  for (const { way, question } of asked) {
    const [time, ids] = await timed(() => ask(question));
    const [base] = await timed(() => floor(ids));
    taken.push({ way, time, base });
  }
  const told = (some) => ({
    ...summary(some.map(({ time }) => time)),
    floor: summary(some.map(({ base }) => base)),
  });
  const byWay = Map.groupBy(taken, ({ way }) => way);
  return {
    all: told(taken),
    ways: waysOfAsking.map(([way]) => ({ way, ...told(byWay.get(way) ?? []) })),
  };
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
const overHttp = (url, act) =>
  withGateway(url, SECRET, (address) =>
    act(async ({ text, kind, department }) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUERY, variables: { search: text, department, kind: apiKind(kind) } }),
      });
      const { data: found, errors } = await response.json();
      if (errors) throw new Error(`the gateway answered: ${JSON.stringify(errors)}`);
      return found.directory.edges.map(({ node }) => node.structureId);
    }),
  );

export const measureDirectory = async () => {
  const server = await throwAwayPostgres();
  try {
    const { seconds, entities } = await seeded(server.url);
    const persistence = await openPersistence({ url: server.url, secretKey: SECRET });
    try {
      const search = makeSearchDirectory({ ...persistence, now: () => new Date() });
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
