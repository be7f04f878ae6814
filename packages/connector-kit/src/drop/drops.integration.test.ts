import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedExchange } from '../exchange.js';
import { startSshd, type TestSshd } from '../testing/sshd.js';
import type { WithDrop } from './drop.js';
import { openDrop } from './drop-settings.js';
import { dropSteps } from './drop-steps.js';
import { folderDrop, makeExchangeFolder } from './folder-drop.js';
import { readHostKey } from './host-key.js';
import { sftpDrop } from './sftp-drop.js';

const way = { timeoutMs: 5_000, privateTargets: true };
const bytesOf = (text: string) => Buffer.from(text);

/** What both kinds of place must do alike. */
const describeDrop = (
  name: string,
  place: () => { readonly open: WithDrop; readonly root: string },
): void => {
  describe(name, () => {
    const look = (...names: string[]) => readFile(path.join(place().root, ...names), 'utf8');
    beforeEach(async () => {
      for (const folder of ['in', 'out']) await mkdir(path.join(place().root, folder), { recursive: true });
    });
    afterEach(async () => {
      for (const folder of ['in', 'out']) await rm(path.join(place().root, folder), { recursive: true });
    });

    it('writes a new file whole, and leaves a name in use alone', async () => {
      const answers = await place().open(async (drop) => [
        await drop.create('in/a.xml', bytesOf('<a/>')),
        await drop.create('in/a.xml', bytesOf('<another/>')),
      ]);
      expect(answers).toEqual(['made', 'exists']);
      expect(await look('in', 'a.xml')).toBe('<a/>');
    });

    it('reads nothing that is larger than any invoice', async () => {
      await writeFile(path.join(place().root, 'out', 'a.xml'), '');
      await truncate(path.join(place().root, 'out', 'a.xml'), 300 * 2 ** 20);
      const read = place().open((drop) => drop.read('out/a.xml'));
      await expect(read).rejects.toMatchObject({ name: 'NotNow' });
    });

    it('never renames over another file', async () => {
      const answers = await place().open(async (drop) => {
        await drop.create('in/a.part', bytesOf('new'));
        await drop.create('in/a.xml', bytesOf('old'));
        return [
          await drop.move('in/a.part', 'in/a.xml'),
          await drop.move('in/a.part', 'out/a.xml'),
          await drop.move('in/a.part', 'out/b.xml'),
        ];
      });
      expect(answers).toEqual(['exists', 'moved', 'gone']);
      expect([await look('in', 'a.xml'), await look('out', 'a.xml')]).toEqual(['old', 'new']);
    });

    it('lists plain files only, and tells a folder that is not there from an empty one', async () => {
      await mkdir(path.join(place().root, 'out', 'folder'), { recursive: true });
      await writeFile(path.join(place().root, 'out', 'b.xml'), '12345');
      const found = await place().open(async (drop) => ({
        files: await drop.list('out'),
        folders: await drop.folders('out'),
        empty: await drop.list('in'),
        nothing: await drop.list('nowhere'),
      }));
      expect(found).toEqual({
        files: [{ name: 'b.xml', bytes: 5, modifiedAt: expect.any(Number) }],
        folders: ['folder'],
        empty: [],
        nothing: undefined,
      });
    });

    it('has nothing to read where there is nothing, and removes quietly', async () => {
      const found = await place().open(async (drop) => {
        await drop.remove('in/nothing.xml');
        return [await drop.read('in/nothing.xml'), await drop.size('in/nothing.xml')];
      });
      expect(found).toEqual([undefined, undefined]);
    });

    it('tells a folder that is missing when something is to be written there', async () => {
      const writing = place().open((drop) => drop.create('nowhere/a.xml', bytesOf('<a/>')));
      await expect(writing).rejects.toMatchObject({ code: 'reference-data-missing' });
    });

    it.each(['../a.xml', '/etc/passwd', 'in/../../a.xml', 'in\\a.xml', '.hidden', 'in/.hidden'])(
      'does not go to %s',
      async (strange) => {
        await expect(place().open((drop) => drop.read(strange))).rejects.toMatchObject({
          code: 'right-missing',
        });
      },
    );

    it('carries ten megabytes unharmed', async () => {
      const large = Buffer.alloc(10 * 2 ** 20, 'parvis ');
      const read = await place().open(async (drop) => {
        await drop.create('in/large.pdf', large);
        return drop.read('in/large.pdf');
      });
      expect(read && large.equals(read)).toBe(true);
    });
  });
};

describe('drops', () => {
  let exchange = '';
  let sshd: TestSshd;
  beforeAll(async () => {
    exchange = await mkdtemp(path.join(tmpdir(), 'parvis-exchange-'));
    await mkdir(path.join(exchange, 'compta'));
    const started = await startSshd();
    if (!started) throw new Error('no sshd on this machine: install openssh-server');
    sshd = started;
  });
  afterAll(async () => {
    await rm(exchange, { recursive: true });
    await sshd.stop();
  });

  describeDrop('a folder', () => ({
    open: folderDrop(exchange, 'compta'),
    root: path.join(exchange, 'compta'),
  }));
  describeDrop('an SFTP server', () => ({ open: sftpDrop(sshd.server, way), root: sshd.directory }));

  describe('a folder of this machine', () => {
    it('does not follow a link out of the exchange folder', async () => {
      await symlink(tmpdir(), path.join(exchange, 'compta', 'link'));
      await symlink(tmpdir(), path.join(exchange, 'outside'));
      const through = folderDrop(exchange, 'compta')((drop) => drop.list('link/parvis'));
      await expect(through).rejects.toMatchObject({ code: 'right-missing' });
      const straight = folderDrop(exchange, 'outside')((drop) => drop.list('in'));
      await expect(straight).rejects.toMatchObject({ code: 'right-missing' });
    });

    it('does not read a file that is a link', async () => {
      await mkdir(path.join(exchange, 'compta', 'links'));
      await symlink('/etc/hostname', path.join(exchange, 'compta', 'links', 'a.xml'));
      const reading = folderDrop(exchange, 'compta')((drop) => drop.read('links/a.xml'));
      await expect(reading).rejects.toMatchObject({ code: 'right-missing' });
    });

    it('is not to be had where the installation has no exchange folder', async () => {
      const opening = folderDrop(undefined, 'compta')((drop) => drop.list('in'));
      await expect(opening).rejects.toMatchObject({ code: 'reference-data-missing' });
    });

    it('comes back when its disk does', async () => {
      const opening = folderDrop(exchange, 'unmounted')((drop) => drop.list('in'));
      await expect(opening).rejects.toMatchObject({ name: 'NotNow' });
    });

    it('waits for nobody at a pipe that lies where a file should', async () => {
      await mkdir(path.join(exchange, 'compta', 'pipes'), { recursive: true });
      execFileSync('mkfifo', [path.join(exchange, 'compta', 'pipes', 'a.json')]);
      const read = folderDrop(exchange, 'compta')((drop) => drop.read('pipes/a.json'));
      expect(await read).toBeUndefined();
    });
  });

  describe('an SFTP server on the network', () => {
    it('shows its key before any secret is said', async () => {
      const { host, port, hostKey } = sshd.server;
      expect(await readHostKey({ host, port }, way)).toEqual({ type: 'ssh-ed25519', fingerprint: hostKey });
    });

    it('is not spoken to when it shows another key', async () => {
      const other = { ...sshd.server, hostKey: `SHA256:${'A'.repeat(43)}` };
      const opening = sftpDrop(other, way)((drop) => drop.list('in'));
      await expect(opening).rejects.toMatchObject({ code: 'credentials-refused' });
    });

    it.each([
      ['a password that is wrong', { password: 'faux', privateKey: undefined }],
      ['a key that nobody can read', { privateKey: 'no key' }],
      ['an unknown user', { user: 'personne' }],
    ])('tells %s apart', async (_name, wrong) => {
      const opening = sftpDrop({ ...sshd.server, ...wrong }, way)((drop) => drop.list('in'));
      await expect(opening).rejects.toMatchObject({ code: 'credentials-refused' });
    });

    it('is not reached inside our own network unless the installation says so', async () => {
      const opening = sftpDrop(sshd.server, { ...way, privateTargets: false })((drop) => drop.list('in'));
      await expect(opening).rejects.toMatchObject({ name: 'Refused' });
    });

    it('keeps no answer back for ever', async () => {
      const opening = sftpDrop({ ...sshd.server, port: 1 }, way)((drop) => drop.list('in'));
      await expect(opening).rejects.toMatchObject({ name: 'NoAnswer' });
    });

    it('leaves a part behind when it dies in mid-transfer, and no file', async () => {
      await mkdir(path.join(sshd.directory, 'cut'));
      const large = Buffer.alloc(64 * 2 ** 20);
      const writing = sftpDrop(sshd.server, way)((drop) => drop.create('cut/a.xml.part', large));
      writing.catch(() => {});
      const begun = async () => (await readdir(path.join(sshd.directory, 'cut'))).length > 0;
      while (!(await begun())) await new Promise((resolve) => setTimeout(resolve, 5));
      await sshd.kill();
      await expect(writing).rejects.toMatchObject({ name: 'NoAnswer' });
      await sshd.start();
      const left = await sftpDrop(sshd.server, way)((drop) => drop.list('cut'));
      expect(left?.map(({ name }) => name)).toEqual(['a.xml.part']);
      expect(left?.[0]?.bytes).toBeLessThan(large.length);
    });
  });

  describe('setting up', () => {
    const tools = () => ({
      now: () => new Date(),
      mark: () => {},
      privateTargets: true,
      exchangeFolder: exchange,
    });
    const tryStep = async (key: string, raw: object) => {
      const found = await dropSteps([])
        .find((step) => step.key === key)
        ?.test?.(raw, tools());
      if (!found?.ok) return found?.refusal;
      return 'points' in found.value ? found.value : [found.value.kind];
    };

    it('offers the key that a server shows, for a person to confirm, before it asks for any secret', async () => {
      const { host, port, hostKey } = sshd.server;
      expect(await tryStep('place', { place: 'sftp', host, port })).toMatchObject({
        points: [{ subject: 'hostKey', state: 'notLookedAt' }],
        choices: { hostKey: [{ value: hostKey, label: `ssh-ed25519 ${hostKey}` }] },
      });
    });

    it('finds a server fine with the key that was confirmed, and says so of its fingerprint', async () => {
      const found = await tryStep('place', { place: 'sftp', ...sshd.server });
      expect(found).toMatchObject({
        points: [
          { subject: 'place', state: 'fine' },
          {
            subject: 'hostKey',
            state: 'fine',
            message: { fr: expect.stringContaining(sshd.server.hostKey) },
          },
          { subject: 'listing', state: 'fine' },
        ],
      });
    });

    it('says that a server shows another key, and offers that one', async () => {
      const wrong = { place: 'sftp', ...sshd.server, hostKey: `SHA256:${'A'.repeat(43)}` };
      expect(await tryStep('place', wrong)).toMatchObject({
        points: [{ state: 'wrong' }, { state: 'notLookedAt' }, { state: 'notLookedAt' }],
        choices: { hostKey: [{ value: sshd.server.hostKey }] },
      });
    });

    it.each([
      [{ place: 'sftp' }, [{ field: 'host', code: 'missing' }]],
      [{ place: 'folder' }, [{ field: 'folder', code: 'missing' }]],
      [{ place: 'folder', folder: '../compta' }, [{ field: 'folder', code: 'malformed' }]],
      [{}, [{ field: 'place', code: 'missing' }]],
    ])('says what is missing of %j', async (raw, faults) => {
      expect(await tryStep('place', raw)).toMatchObject(faults);
    });

    it('is told when nothing answers', async () => {
      expect(await tryStep('place', { place: 'sftp', host: '127.0.0.1', port: 1 })).toEqual(['unavailable']);
    });

    it('makes the structure its own folder, where the exchange folder is there', async () => {
      const own = path.join(exchange, 'structure');
      await makeExchangeFolder(own, 'compta');
      expect(await readdir(own)).toEqual(['compta']);
      await expect(
        makeExchangeFolder(path.join(exchange, 'nulle-part', 'structure'), 'compta'),
      ).rejects.toMatchObject({
        code: 'reference-data-missing',
      });
    });

    it('makes the folder that a person names, and those in it, and leaves no trial file', async () => {
      const raw = { place: 'folder', folder: 'nouveau/depot' };
      expect(await tryStep('place', raw)).toMatchObject({
        points: [{ subject: 'place', state: 'fine' }, {}],
      });
      const found = await tryStep('folders', raw);
      expect(found).toMatchObject({
        points: expect.arrayContaining([expect.objectContaining({ subject: 'rename', state: 'fine' })]),
      });
      expect(await readdir(path.join(exchange, 'nouveau', 'depot'))).toEqual([
        'archive',
        'envois',
        'in',
        'out',
        'rejets',
      ]);
      expect(await readdir(path.join(exchange, 'nouveau', 'depot', 'in'))).toEqual([]);
    });
  });

  it('tells of every act, and of no secret', async () => {
    const exchanges: RecordedExchange[] = [];
    const settings = {
      ...sshd.server,
      place: 'sftp',
      inFolder: 'in',
      outFolder: 'out',
      archiveFolder: 'archive',
      rejectsFolder: 'rejets',
      sentFolder: 'envois',
    } as const;
    const open = openDrop(settings, {
      privateTargets: true,
      record: (exchange) => void exchanges.push(exchange),
    });
    await open(async (drop) => {
      await drop.makeFolder('told');
      await drop.create('told/a.xml.part', bytesOf('<a/>'));
      await drop.move('told/a.xml.part', 'told/a.xml');
    });
    expect(exchanges.map(({ question, answer }) => [question.what, answer?.status])).toEqual([
      ['make folder', 200],
      ['write', 200],
      ['rename', 200],
    ]);
    expect(exchanges[1]?.question).toMatchObject({ method: 'PUT', body: '<a/>' });
    expect(JSON.stringify(exchanges)).not.toContain('PRIVATE KEY');
  });
});
