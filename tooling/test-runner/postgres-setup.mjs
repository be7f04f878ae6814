/**
 * For vitest: one throw-away PostgreSQL for the run, with a migrated database that tests clone in a moment. With
 * `PARVIS_TEST_DATABASE_URL`, that server is used instead; its user must be allowed to create databases.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../launcher/embedded-postgres.mjs';
import { notedServer, stopServer } from '../launcher/postgres-process.mjs';
import { root } from '../launcher/prepare.mjs';

const PREFIX = 'parvis-test-';

export default async function setup(project) {
  const earlier = process.env.PARVIS_TEST_POSTGRES;
  // Another project of the same run has started one already.
  if (earlier) return project.provide('postgresUrl', JSON.parse(earlier).url);
  const { makeTemplate, dropTemplate } = await import(built('testing/test-template.js'));
  await sweep();
  const server = process.env.PARVIS_TEST_DATABASE_URL
    ? { url: process.env.PARVIS_TEST_DATABASE_URL, stop: () => {} }
    : await startThrowAway();
  const template = `parvis_template_${process.pid}`;
  try {
    await makeTemplate(server.url, template);
  } catch (error) {
    await server.stop();
    throw error;
  }
  // Test processes inherit it.
  process.env.PARVIS_TEST_POSTGRES = JSON.stringify({ url: server.url, template });
  project.provide('postgresUrl', server.url);
  return async () => {
    delete process.env.PARVIS_TEST_POSTGRES;
    if (process.env.PARVIS_TEST_DATABASE_URL) await dropTemplate(server.url, template);
    await server.stop();
  };
}

const built = (file) => {
  const target = path.join(root, 'packages/persistence/dist', file);
  if (existsSync(target)) return target;
  throw new Error('Tests on a database need the packages built: npx turbo run build, or simply npm test.');
};

const startThrowAway = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL's own user must be able to walk in.
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDirectory: path.join(folder, 'postgres'), durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
};

/** What runs that were killed left behind. */
const sweep = async () => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const folder = path.join(tmpdir(), name);
    const left = notedServer(path.join(folder, 'postgres'));
    if (left) await stopServer(path.join(folder, 'postgres'), left.pid);
    rmSync(folder, { recursive: true, force: true });
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};
