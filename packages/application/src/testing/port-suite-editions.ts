import type { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DirectoryEditions, EditionFileName, EditionFiles } from '../directory/directory-editions.js';
import { makePublishDirectory } from '../directory/publish-directory.js';
import { hospital, town } from './cast.js';
import { sha256 } from './fake-world.js';
import type { SeededWorld } from './ports-under-test.js';

export interface EditionPorts {
  readonly editions: DirectoryEditions;
  readonly editionFiles: EditionFiles;
  /** Holds the cast. */
  seed(world: SeededWorld): Promise<void>;
  close(): Promise<void>;
}

/** The daily files of the directory, on every set of adapters. */
export const describeEditions = (name: string, makePorts: () => Promise<EditionPorts>): void => {
  describe(`editions of the directory: ${name}`, () => {
    let ports: EditionPorts;
    beforeEach(async () => {
      ports = await makePorts();
    });
    afterEach(() => ports.close());

    const publish = (day: number, month = 3) =>
      makePublishDirectory({ ...ports, sha256, now: () => new Date(Date.UTC(2026, month - 1, day, 9)) })();

    const lines = async (file: EditionFileName): Promise<string[]> => {
      const edition = await ports.editions.latest();
      const stream = await ports.editionFiles.read(edition?.files[file]?.sha256 ?? '');
      const text = gunzipSync(await bytesOf(stream)).toString('utf8');
      return text.split(/\r?\n/).filter((line) => line !== '');
    };
    const told = async (): Promise<unknown> =>
      (await lines('differences.jsonl.gz')).map((line) => {
        const { change, siret } = JSON.parse(line) as { change: string; siret: string };
        return [change, siret];
      });

    test('the first holds every entity and service, and tells no differences', async () => {
      const edition = await publish(1);
      expect(edition).toMatchObject({ day: '2026-03-01', entities: 2, services: 3, added: 0 });
      expect(Object.keys(edition?.files ?? {})).toEqual(['annuaire.csv.gz', 'annuaire.jsonl.gz']);
      expect(await lines('annuaire.csv.gz')).toHaveLength(1 + 3 + 1);
      expect((await lines('annuaire.jsonl.gz')).map((line) => JSON.parse(line))).toMatchObject([
        { siret: hospital.siret, services: [{ serviceCode: 'RESTAURATION' }, {}, {}] },
        { siret: town.siret, services: [] },
      ]);
    });

    test('there is one a day', async () => {
      await publish(1);
      expect(await publish(1)).toBeUndefined();
      expect(await ports.editions.newest(9)).toHaveLength(1);
    });

    test('the next tells what was changed, closed and opened again, and nothing of the rest', async () => {
      await publish(1);
      await ports.seed({
        recipients: [
          { ...hospital, services: [] },
          { ...town, active: false },
        ],
      });
      expect(await publish(2)).toMatchObject({ since: '2026-03-01', changed: 1, closed: 1, added: 0 });
      expect(await told()).toEqual([
        ['changed', hospital.siret],
        ['closed', town.siret],
      ]);
      await ports.seed({ recipients: [town] });
      await publish(3);
      expect(await told()).toEqual([['added', town.siret]]);
      await publish(4);
      expect(await told()).toEqual([]);
      expect(await lines('differences.csv.gz')).toHaveLength(1);
    });

    test('tell a service and an entity whose last day has passed as closed, though nobody has touched them', async () => {
      const archives = { code: 'ARCHIVES', name: 'Archives', active: true, validUntil: '2026-03-01' };
      const recipients = [
        { ...hospital, services: [archives] },
        { ...town, validUntil: '2026-03-01' },
      ];
      await ports.seed({ recipients });
      await publish(1);
      await publish(2);
      expect(await told()).toEqual([
        ['changed', hospital.siret],
        ['closed', town.siret],
      ]);
      expect((await lines('annuaire.jsonl.gz')).map((line) => JSON.parse(line))).toMatchObject([
        { active: true, services: [{ serviceActive: false, serviceValidUntil: '2026-03-01' }] },
        { active: false },
      ]);
    });

    test('one cut short loses no difference', async () => {
      await publish(1);
      await ports.seed({ recipients: [{ ...hospital, name: 'CH de Valmont' }] });
      const broken: DirectoryEditions = {
        ...bound(ports.editions),
        add: async () => Promise.reject(new Error('the power failed')),
      };
      const cut = makePublishDirectory({
        ...ports,
        editions: broken,
        sha256,
        now: () => new Date(Date.UTC(2026, 2, 2, 9)),
      });
      await expect(cut()).rejects.toThrow('power');
      await publish(3);
      expect(await told()).toEqual([['changed', hospital.siret]]);
    });

    test('those of more than a month ago are forgotten with their files', async () => {
      const first = await publish(1);
      await ports.seed({ recipients: [{ ...hospital, name: 'CH de Valmont' }] });
      await publish(20, 4);
      expect(await ports.editions.find('2026-03-01')).toBeUndefined();
      expect(await ports.editionFiles.read(first?.files['annuaire.csv.gz']?.sha256 ?? '')).toBeUndefined();
    });

    test('a part of a file can be read', async () => {
      const edition = await publish(1);
      const { sha256: name, bytes } = edition?.files['annuaire.csv.gz'] ?? { sha256: '', bytes: 0 };
      const whole = await bytesOf(await ports.editionFiles.read(name));
      expect(whole.length).toBe(bytes);
      const part = await bytesOf(await ports.editionFiles.read(name, { from: 3, to: 9 }));
      expect(part).toEqual(whole.subarray(3, 10));
    });
  });
};

const bound = (editions: DirectoryEditions): DirectoryEditions => ({
  latest: () => editions.latest(),
  find: (day) => editions.find(day),
  newest: (limit) => editions.newest(limit),
  entitiesAfter: (after, limit, lastDay) => editions.entitiesAfter(after, limit, lastDay),
  note: (states, day, lastDay) => editions.note(states, day, lastDay),
  add: (edition) => editions.add(edition),
  forgetBefore: (day) => editions.forgetBefore(day),
});

const bytesOf = async (stream: Readable | undefined): Promise<Buffer> => {
  if (!stream) throw new Error('there is no such file');
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
};
