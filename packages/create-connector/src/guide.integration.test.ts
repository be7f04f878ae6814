import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConnectorNotLoaded, loadKinds } from '@parvis/connector-kit/load-kinds';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guide = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The commands of the guide as they stand there, block by block. */
const blocks = [...guide.matchAll(/```sh\n(.*?)```/gs)].map(([, commands = '']) => commands);

/** Whoever runs tests has installed and built the clone; and the last step would start the whole platform. */
const isDoneAlready = (command: string): boolean => command.startsWith('(cd "$PARVIS"');

describe('the guide to a connector of one’s own', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'parvis-guide-'));
  const connector = path.join(empty, 'connector-acme');
  afterAll(() => rmSync(empty, { recursive: true, force: true }));

  it('leads from an empty folder to a connector that passes the contract suite', () => {
    const commands = blocks
      .join('')
      .split('\n')
      .filter((line) => line !== '' && !isDoneAlready(line));
    expect(commands).toContain('npm test');
    const said = execFileSync('bash', ['-euc', commands.join('\n')], {
      cwd: empty,
      encoding: 'utf8',
      env: { ...withoutTestRun(process.env), PARVIS: root.replace(/\/$/, ''), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [, passed] = /Tests {2}(\d+) passed \(\1\)/.exec(said) ?? [];
    expect(Number(passed)).toBeGreaterThan(50);
  });

  it('makes a package that an installation loads by configuration', async () => {
    const [kind] = await loadKinds([connector], []);
    expect(kind).toMatchObject({ system: 'acme', label: 'Acme' });
    expect(kind?.parseSettings({ url: 'https://acme.example/', token: 'x' }).ok).toBe(true);
  });

  it('stops an installation whose connector is not there, or bears a name that is taken', async () => {
    await expect(loadKinds([path.join(empty, 'connector-none')], [])).rejects.toThrow(ConnectorNotLoaded);
    await expect(loadKinds([connector, connector], [])).rejects.toThrow(/"acme" is known already/);
  });

  it('overwrites nothing', () => {
    const make = () =>
      execFileSync(
        process.execPath,
        [path.join(root, 'packages/create-connector/bin/create-connector.mjs'), 'connector-acme'],
        { cwd: empty, stdio: 'pipe' },
      );
    expect(make).toThrow(/not empty/);
  });
});

/** The suite of the new package is a run of its own. */
const withoutTestRun = ({
  VITEST,
  VITEST_POOL_ID,
  VITEST_WORKER_ID,
  NODE_OPTIONS,
  ...rest
}: NodeJS.ProcessEnv) => rest;
