import { gunzipSync } from 'node:zlib';
import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import { aDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { describe, expect, it } from 'vitest';
import { packEnvelope, unpackEnvelope } from './pack-envelope.js';
import { pivotAttachments } from './pivot-attachment.js';
import { readTar, writeTar } from './tar.js';

const writtenAt = new Date('2026-11-20T08:00:00Z');

describe('an archive', () => {
  it('gives back what was put in, whatever its length', () => {
    const members = [0, 1, 511, 512, 513, 5_000].map((length) => ({
      name: `fichier-${length}-é.bin`,
      bytes: Buffer.alloc(length, 'x'),
    }));
    expect(readTar(writeTar(members, writtenAt))).toEqual(members);
  });

  it('is whole or not at all', () => {
    const tar = writeTar([{ name: 'a.xml', bytes: Buffer.from('<a/>') }], writtenAt);
    for (const length of [0, 100, 512, 600, 1_024]) expect(readTar(tar.subarray(0, length))).toBeUndefined();
  });

  it('is not read where a header was changed', () => {
    const tar = Buffer.from(writeTar([{ name: 'a.xml', bytes: Buffer.from('<a/>') }], writtenAt));
    tar.write('b', 0);
    expect(readTar(tar)).toBeUndefined();
  });

  it('lists what it holds, with the hash of each', async () => {
    const { envelope } = aDelivery();
    const key = deliveryKey('5d9f0c1e-0000-4000-8000-000000000001', 1);
    const attachments = pivotAttachments(envelope);
    const packed = await packEnvelope(key, 'FLUX', {
      pivot: Buffer.from('<pivot/>'),
      attachments,
      writtenAt,
    });
    const members = unpackEnvelope(packed) ?? [];
    expect(members.map(({ name }) => name)).toEqual(['manifest.json', 'pivot.xml', attachments[0]?.name]);
    const manifest: unknown = JSON.parse(Buffer.from(members[0]?.bytes ?? []).toString('utf8'));
    expect(manifest).toMatchObject({
      key,
      flow: 'FLUX',
      pivot: { name: 'pivot.xml', bytes: 8 },
      files: [{ sha256: envelope.files[0]?.sha256, originalName: envelope.files[0]?.fileName }],
    });
    expect(unpackEnvelope(packed.subarray(0, 100))).toBeUndefined();
    expect(gunzipSync(packed).length % 512).toBe(0);
  });
});
