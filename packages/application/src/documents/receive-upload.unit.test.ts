import { Readable } from 'node:stream';
import { platform } from '@parvis/domain/access/actor';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice, claire, fanny } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld, streamOf } from '../testing/fake-world.js';
import { granted, refusalOf } from '../testing/journey.js';
import { makeReceiveUpload } from './receive-upload.js';

describe('receiving an upload', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const receive = (
    content: string,
    fileName = 'facture.xml',
    actor: Parameters<ReturnType<typeof makeReceiveUpload>>[1] = alice,
  ) => makeReceiveUpload(world)({ stream: streamOf(content), fileName, mediaType: 'text/xml' }, actor);

  test('keeps the bytes for a day, for their uploader', async () => {
    const upload = granted(await receive('<Invoice/>'));
    expect(upload).toMatchObject({ userId: alice.userId, fileName: 'facture.xml', size: 10 });
    expect(upload.sha256).toBe(world.sha256('<Invoice/>'));
    expect(upload.expiresAt.getTime() - upload.uploadedAt.getTime()).toBe(86_400_000);
    expect(await world.documents.get(upload.sha256)).toBeDefined();
    const found = await world.work.run(({ uploads }) => uploads.find(upload.id, alice.userId));
    expect(found).toEqual(upload);
  });

  test('takes 20 MB and not a byte more', async () => {
    const limit = 20 * 1024 * 1024;
    expect(granted(await receive('x'.repeat(limit))).size).toBe(limit);
    expect(refusalOf(await receive('x'.repeat(limit + 1)))).toEqual({
      code: 'file-too-large',
      maximumBytes: limit,
    });
  });

  test('refuses an empty file', async () => {
    expect(refusalOf(await receive(''))).toEqual({
      code: 'attachment-refused',
      fileName: 'facture.xml',
      cause: 'empty',
    });
  });

  test('refuses a program under any name', async () => {
    expect(refusalOf(await receive('#!/bin/sh\nrm -rf /', 'facture.pdf'))).toEqual({
      code: 'attachment-refused',
      fileName: 'facture.pdf',
      cause: 'program',
    });
  });

  test('knows a file by its content, however it is cut on its way', async () => {
    const stream = Readable.from([...'%PDF-1.7 en morceaux'].map((letter) => Buffer.from(letter)));
    const file = { stream, fileName: 'a.pdf', mediaType: 'text/html' };
    const kept = granted(await makeReceiveUpload(world)(file, alice));
    expect(kept).toMatchObject({ mediaType: 'application/pdf', size: 20 });
    expect(kept.sha256).toBe(world.sha256('%PDF-1.7 en morceaux'));
  });

  test('is for suppliers’ people, readers included since they may check', async () => {
    granted(await receive('<Invoice/>', 'facture.xml', fanny));
    const refusal = refusalOf(await receive('<Invoice/>', 'facture.xml', claire));
    expect(refusal).toEqual({ code: 'not-allowed', right: 'issuedInvoice:check' });
    expect(refusalOf(await receive('<Invoice/>', 'facture.xml', platform))).toEqual({ code: 'signed-out' });
  });
});
