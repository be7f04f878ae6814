import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { makePublishDirectory } from '@parvis/application/directory/publish-directory';
import { alice, hospital, town } from '@parvis/application/testing/cast';
import { editionFolder, FolderEditionFiles } from '@parvis/persistence/directory/folder-edition-files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

type Found = Readonly<Record<string, unknown>>;

let test: TestGateway;
let stranger: ApiClient;
let data: string;
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'parvis-directory-'));
  test = await startTestGateway({ PARVIS_DATA_DIRECTORY: data });
  stranger = new ApiClient(test.url);
});
afterAll(async () => {
  await test.close();
  await rm(data, { recursive: true, force: true });
});

const SEARCH = `query ($search: String, $first: Int, $after: String) {
  directory(search: $search, first: $first, after: $after) {
    totalCount hasMoreThanTotal pageInfo { endCursor hasNextPage }
    edges { foundBy services { code } node { siret openServices requirementSentence } }
  }
}`;

describe('the directory, open to everyone', () => {
  it('finds an entity by a need and says what its invoice must carry', async () => {
    const { data: found } = await stranger.ask<Found>(SEARCH, { search: 'cantine valmont' });
    expect(found).toMatchObject({
      directory: {
        totalCount: 1,
        edges: [
          {
            foundBy: 'NEED',
            services: [{ code: 'RESTAURATION' }],
            node: { siret: hospital.siret, openServices: 2 },
          },
        ],
      },
    });
  });

  it('refuses a cursor of another list', async () => {
    const { errors } = await stranger.ask<Found>(SEARCH, { search: 'valmont', after: 'nonsense' });
    expect(errors?.[0]?.extensions).toMatchObject({ refusal: 'cursor-unknown' });
  });

  it.each([
    ['x'.repeat(1000)],
    ['de la le mairie'],
    ['🎉'],
    ['%%%%'],
    ["' OR 1=1 --"],
    ["a':* & !b"],
    ['\\'],
  ])('answers %s with nobody', async (search) => {
    const { data: found, errors } = await stranger.ask<Found>(SEARCH, { search });
    expect([errors, found?.directory]).toMatchObject([[], { edges: [] }]);
  });

  it('pages and searches the services of an entity', async () => {
    const { data: found } = await stranger.ask<Found>(
      `query ($siret: String!) { directoryEntry(siret: $siret) {
        all: services(withClosed: true, first: 1) { totalCount nodes { code } pageInfo { hasNextPage } }
        some: services(search: "travx trav") { totalCount }
        works: services(search: "trav") { nodes { code engagementNumberRequired } }
      } }`,
      { siret: hospital.siret },
    );
    expect(found.directoryEntry).toEqual({
      all: { totalCount: 3, nodes: [{ code: 'RESTAURATION' }], pageInfo: { hasNextPage: true } },
      some: { totalCount: 0 },
      works: { nodes: [{ code: 'TRAVAUX', engagementNumberRequired: true }] },
    });
  });

  it('advises on the service code and says why', async () => {
    const { data: found } = await stranger.ask<Found>(
      'query ($siret: String!, $words: String!) { serviceAdvice(siret: $siret, words: $words) { usedBefore why(language: FR) service { code } } }',
      { siret: hospital.siret, words: 'repas pour la cantine' },
    );
    expect(found.serviceAdvice).toMatchObject([{ usedBefore: false, service: { code: 'RESTAURATION' } }]);
  });

  it('asks strangers to slow down, and nobody who is signed in', async () => {
    const question = '{ directoryEntry(siret: "1") { siret } }';
    const answers = await Promise.all(Array.from({ length: 140 }, () => stranger.ask<Found>(question)));
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.refusal));
    expect(new Set(codes)).toEqual(new Set(['directory-too-often']));
    const client = await ApiClient.signedInAs(alice, test.url);
    expect((await client.ask(question)).errors).toEqual([]);
  });
});

describe('the whole directory as files', () => {
  const address = (file: string): string => `${test.url}/annuaire/telecharger/${file}`;

  it('is not there before the worker has made it', async () => {
    expect((await fetch(address('annuaire.csv.gz'))).status).toBe(404);
  });

  it('is served whole, in parts, and not again to whoever has it', async () => {
    const publish = makePublishDirectory({
      editions: test.persistence.directoryEditions,
      editionFiles: new FolderEditionFiles(editionFolder(data)),
      now: () => new Date('2026-03-01T09:00:00Z'),
      sha256: (content) => createHash('sha256').update(content).digest('hex'),
    });
    await publish();
    const whole = await fetch(address('annuaire.jsonl.gz'));
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(gunzipSync(bytes).toString()).toContain(town.siret);
    expect(whole.headers.get('content-disposition')).toContain('annuaire-2026-03-01.jsonl.gz');
    const etag = whole.headers.get('etag') ?? '';
    expect(etag).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);

    const part = await fetch(address('2026-03-01/annuaire.jsonl.gz'), { headers: { range: 'bytes=10-' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 10-${bytes.length - 1}/${bytes.length}`,
    ]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10));
    expect((await fetch(address('annuaire.jsonl.gz'), { headers: { 'if-none-match': etag } })).status).toBe(
      304,
    );
    expect((await fetch(address('annuaire.jsonl.gz'), { headers: { range: 'bytes=9999999-' } })).status).toBe(
      416,
    );
  });

  it('lists its editions with addresses that work, and its columns', async () => {
    const list = (await (await fetch(address('').slice(0, -1))).json()) as {
      editions: { day: string; files: { address: string; bytes: number }[] }[];
      columns: { entity: { name: string }[] };
    };
    const [edition] = list.editions;
    expect([edition?.day, list.columns.entity[0]?.name]).toEqual(['2026-03-01', 'siret']);
    const head = await fetch(`${test.url}${edition?.files[0]?.address}`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(edition?.files[0]?.bytes));
  });

  it.each([
    '2026-02-31/annuaire.csv.gz',
    '2026-03-01/..%2f..%2fetc',
    '2026-03-01/differences.csv.gz',
    'x.csv',
  ])('knows nothing under %s', async (file) => {
    expect((await fetch(address(file))).status).toBe(404);
  });
});
