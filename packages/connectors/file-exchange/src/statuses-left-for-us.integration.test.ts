import { mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AccountingConnector, StatusCursor } from '@parvis/application/accounting/accounting-connector';
import { aDelivery, type TestDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { type DropPlace, makeFolderPlace } from '@parvis/connector-kit/testing/drop-place';
import { startSshd } from '@parvis/connector-kit/testing/sshd';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileExchangeKind } from './file-exchange-kind.js';

const minutes = (count: number) => count * 60_000;

const statusOf = ({ envelope }: TestDelivery, code: string, at: string): string =>
  JSON.stringify([
    {
      fournisseur: envelope.supplier.siret,
      facture: envelope.invoice.number,
      statut: code,
      date: at,
      mandat: '118',
    },
  ]);

describe('statuses left for us', () => {
  let place: DropPlace;
  let clock = Date.now();
  let connector: AccountingConnector;
  beforeEach(async () => {
    place = await makeFolderPlace();
    clock = Date.now();
    connector = openAt(place);
  });
  afterEach(() => place.stop());

  const openAt = ({ settings, tools }: DropPlace): AccountingConnector => {
    const parsed = fileExchangeKind.parseSettings(settings);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return fileExchangeKind.open(parsed.value, { ...tools, now: () => new Date(clock) });
  };
  const delivered = async (): Promise<TestDelivery> => {
    const delivery = aDelivery();
    expect(await connector.deliver(delivery.envelope, delivery.key)).toMatchObject({ kind: 'accepted' });
    return delivery;
  };
  const leave = (name: string, content: string) => writeFile(path.join(place.root, 'out', name), content);
  const lying = (folder: string) => readdir(path.join(place.root, folder));
  const read = async (cursor: StatusCursor | null) => {
    const page = await connector.statusesAfter(cursor);
    if (page.kind !== 'page') throw new Error(page.message.en);
    return {
      codes: page.statuses.map(({ sourceCode }) => sourceCode),
      statuses: page.statuses,
      next: page.next,
    };
  };

  it('stay where they are until what they told is stored', async () => {
    const delivery = await delivered();
    await leave('a.json', statusOf(delivery, '08', '2026-11-20T10:00:00Z'));
    const told = await read(null);
    expect(told.statuses).toMatchObject([
      { key: delivery.key, reference: { number: '118' }, actions: ['orderPayment'] },
    ]);
    expect(await lying('out')).toEqual(['a.json']);
    expect(await read(told.next)).toMatchObject({ codes: [] });
    expect([await lying('out'), await lying('archive')]).toEqual([[], ['a.json']]);
  });

  it('are told once where they could not be put away', async () => {
    const delivery = await delivered();
    await leave('a.json', statusOf(delivery, '08', '2026-11-20T10:00:00Z'));
    const first = await read(null);
    await rm(path.join(place.root, 'archive'), { recursive: true });
    const second = await read(first.next);
    expect(second.codes).toEqual([]);
    await leave('b.json', statusOf(delivery, '11', '2026-11-21T10:00:00Z'));
    expect((await read(second.next)).codes).toEqual(['11']);
  });

  it('are told in the order of their days, whatever the names of their files', async () => {
    const delivery = await delivered();
    await leave('a.json', statusOf(delivery, '11', '2026-11-21T10:00:00Z'));
    await leave('z.json', statusOf(delivery, '08', '2026-11-20T10:00:00Z'));
    expect((await read(null)).codes).toEqual(['08', '11']);
  });

  it('keep two files of one name apart in the archive', async () => {
    const delivery = await delivered();
    await leave('statut.json', statusOf(delivery, '08', '2026-11-20T10:00:00Z'));
    const first = await read(null);
    const second = await read(first.next);
    await leave('statut.json', statusOf(delivery, '11', '2026-11-21T10:00:00Z'));
    const third = await read(second.next);
    expect(third.codes).toEqual(['11']);
    await read(third.next);
    expect(await lying('archive')).toEqual(['statut (2).json', 'statut.json']);
  });

  it('are told again where the same file came with another content meanwhile', async () => {
    const delivery = await delivered();
    await leave('statut.json', statusOf(delivery, '08', '2026-11-20T10:00:00Z'));
    const first = await read(null);
    await leave('statut.json', statusOf(delivery, '10', '2026-11-21T10:00:00.000Z'));
    const second = await read(first.next);
    expect(second.codes).toEqual(['10']);
    expect(await lying('archive')).toEqual([]);
  });

  it.each(['a.json.part', 'a.json.tmp', '.a.json', 'a.json~', 'a.json.filepart'])(
    'are not looked at under a passing name: %s',
    async (name) => {
      const delivery = await delivered();
      await leave(name, statusOf(delivery, '08', '2026-11-20T10:00:00Z'));
      const first = await read(null);
      expect(first.codes).toEqual([]);
      await rename(path.join(place.root, 'out', name), path.join(place.root, 'out', 'a.json'));
      expect((await read(first.next)).codes).toEqual(['08']);
    },
  );

  it('wait while half of them is written, and hold nobody else up', async () => {
    const delivery = await delivered();
    const other = await delivered();
    const whole = statusOf(delivery, '08', '2026-11-20T10:00:00Z');
    await leave('a.json', whole.slice(0, 40));
    await leave('b.json', statusOf(other, '07', '2026-11-20T10:00:00Z'));
    const first = await read(null);
    expect(first.statuses).toMatchObject([{ key: other.key }]);
    await leave('a.json', whole);
    expect((await read(first.next)).statuses).toMatchObject([{ key: delivery.key, sourceCode: '08' }]);
  });

  it('are read from a table once it has stopped growing', async () => {
    const { envelope, key } = await delivered();
    const row = `${envelope.supplier.siret};${envelope.invoice.number};`;
    await leave('a.csv', `fournisseur;facture;statut;date\n${row}07;2026-11-20\n`);
    const first = await read(null);
    expect(first.codes).toEqual([]);
    await leave('a.csv', `fournisseur;facture;statut;date\n${row}07;2026-11-20\n${row}08;2026-11-21\n`);
    const second = await read(first.next);
    expect(second.codes).toEqual([]);
    const third = await read(second.next);
    expect(third.statuses).toMatchObject([
      { key, sourceCode: '07' },
      { key, sourceCode: '08' },
    ]);
  });

  it('are set aside with a note where nobody can read them, after a while and several looks', async () => {
    await delivered();
    await leave('casse.xml', '<CPPStatut><Enveloppe>');
    let next: StatusCursor | null = null;
    for (let look = 0; look < 4; look += 1) ({ next } = await read(next));
    clock += minutes(3);
    ({ next } = await read(next));
    expect(await lying('out')).toEqual(['casse.xml']);
    clock += minutes(3);
    await read(next);
    expect([await lying('out'), await lying('rejets')]).toEqual([[], ['casse.xml', 'casse.xml.txt']]);
    expect(await readFile(path.join(place.root, 'rejets', 'casse.xml.txt'), 'utf8')).toMatch(
      /incomplet[\s\S]*incomplete/,
    );
    const { points = [] } = await connector.check();
    expect(points.find(({ subject }) => subject === 'rejects')?.message.fr).toMatch(/^1 /);
  });

  it('are set aside unread where they are larger than any status', async () => {
    await delivered();
    await leave('enorme.json', '');
    // Three gigabytes of nothing, of which the disk stores none.
    await truncate(path.join(place.root, 'out', 'enorme.json'), 3 * 2 ** 30);
    let next: StatusCursor | null = null;
    for (let look = 0; look < 4; look += 1) ({ next } = await read(next));
    clock += minutes(6);
    await read(next);
    expect([await lying('out'), await lying('rejets')]).toEqual([[], ['enorme.json', 'enorme.json.txt']]);
  });

  it.each(['a\\b.json', `${'n'.repeat(180)}.json`, 'ligne\n.json'])(
    'hold nobody else up under an unusual name: %j',
    async (name) => {
      const delivery = await delivered();
      await leave(name, statusOf(delivery, '07', '2026-11-20T09:00:00Z'));
      await leave('b.json', statusOf(delivery, '08', '2026-11-20T10:00:00Z'));
      expect((await read(null)).codes).toContain('08');
    },
  );

  it('are not followed out of the folder by a link', async () => {
    const delivery = await delivered();
    const elsewhere = path.join(place.root, 'ailleurs.json');
    await writeFile(elsewhere, statusOf(delivery, '08', '2026-11-20T10:00:00Z'));
    await symlink(elsewhere, path.join(place.root, 'out', 'a.json'));
    expect((await read(null)).codes).toEqual([]);
  });

  it('speak of the newest hand-over of an invoice that came back completed', async () => {
    const delivery = await delivered();
    const again = { ...delivery, key: delivery.key.replace(/:1$/, ':2') as typeof delivery.key };
    clock += 1_000;
    expect(await connector.deliver(again.envelope, again.key)).toMatchObject({ kind: 'accepted' });
    await leave('a.json', statusOf(delivery, '08', new Date(clock).toISOString()));
    expect((await read(null)).statuses).toMatchObject([{ key: again.key }]);
    expect((await lying('in')).toSorted()).toEqual([
      `${delivery.key.replaceAll(':', '-')}.xml`,
      `${again.key.replaceAll(':', '-')}.xml`,
    ]);
  });

  it('tell of the flow that carried an invoice whether it was received', async () => {
    const { key } = await delivered();
    const [name = ''] = await lying('in');
    const pivot = await readFile(path.join(place.root, 'in', name), 'utf8');
    const [, flowId = ''] = /IdFlx<\/Code>\s*<Valeurparametre>([^<]+)</.exec(pivot) ?? [];
    const status = `<DonneesStatut><IdStatut>93</IdStatut><Commentaire>Refusé</Commentaire><Horodatage>2026-11-20T09:30:00Z</Horodatage><IdFlux>${flowId}</IdFlux></DonneesStatut>`;
    await leave(
      'FSO1300A.xml',
      `<CPPStatut><CPPFluxStatuts><CPPFluxStatutUnitaire>${status}</CPPFluxStatutUnitaire></CPPFluxStatuts></CPPStatut>`,
    );
    expect((await read(null)).statuses).toMatchObject([
      { key, reference: { id: key.replaceAll(':', '-') }, sourceCode: '93', actions: [], reason: 'Refusé' },
    ]);
  });

  it('say nothing of ours where they speak of an invoice that we never left there', async () => {
    await delivered();
    await leave('a.json', statusOf(aDelivery(), '08', '2026-11-20T10:00:00Z'));
    const { statuses } = await read(null);
    expect(statuses).toHaveLength(1);
    expect(statuses[0]?.key).toBeUndefined();
  });

  it('are not delivered again where the software has taken the file away', async () => {
    const { envelope, key } = await delivered();
    for (const name of await lying('in')) await rm(path.join(place.root, 'in', name));
    expect(await connector.deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
    expect(await lying('in')).toEqual([]);
  });

  it('leave to a person a name that another file bears', async () => {
    const { envelope, key } = aDelivery();
    await mkdir(path.join(place.root, 'in'));
    const name = `${key.replaceAll(':', '-')}.xml`;
    await writeFile(path.join(place.root, 'in', name), '<autre/>');
    expect(await connector.deliver(envelope, key)).toMatchObject({
      kind: 'refused',
      code: 'validation-refused',
    });
    expect(await readFile(path.join(place.root, 'in', name), 'utf8')).toBe('<autre/>');
  });

  it('leave to a person the same hand-over with other files', async () => {
    const { envelope, key } = await delivered();
    const files = [...envelope.files, ...aDelivery().envelope.files];
    expect(await connector.deliver({ ...envelope, files }, key)).toMatchObject({
      kind: 'refused',
      code: 'validation-refused',
    });
  });
});

describe('a server that dies in mid-transfer', () => {
  let sshd: Awaited<ReturnType<typeof startSshd>>;
  beforeAll(async () => {
    sshd = await startSshd();
    if (!sshd) throw new Error('no sshd on this machine: install openssh-server');
  });
  afterAll(() => sshd?.stop());

  it('leaves a part, and the next try delivers one file', async () => {
    if (!sshd) throw new Error('no sshd');
    const parsed = fileExchangeKind.parseSettings({ place: 'sftp', ...sshd.server });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const connector = fileExchangeKind.open(parsed.value, {
      now: () => new Date(),
      mark: () => {},
      privateTargets: true,
    });
    await connector.check();
    const inFolder = path.join(sshd.directory, 'in');
    const large = Buffer.from(crypto.getRandomValues(new Uint8Array(65_536)));
    const bytes = Buffer.concat(Array.from({ length: 160 }, () => large));
    const { envelope, key } = aDelivery(
      {},
      { files: [{ fileName: 'plans.pdf', mediaType: 'application/pdf', sha256: '00', bytes }] },
    );
    const delivering = connector.deliver(envelope, key);
    while ((await readdir(inFolder)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await sshd.kill();
    expect(await delivering).toMatchObject({ kind: 'unavailable' });
    await sshd.start();
    expect(await connector.deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
    const names = await readdir(inFolder);
    expect(names.filter((name) => name.endsWith('.part'))).toHaveLength(1);
    expect(names.filter((name) => name.endsWith('.xml'))).toEqual([`${key.replaceAll(':', '-')}.xml`]);
  });
});
