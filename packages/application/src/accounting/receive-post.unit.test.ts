import { say } from '@parvis/domain/display/language';
import { accept, refuse } from '@parvis/domain/result/result';
import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryPorts, makeMemoryPorts } from '../in-memory/memory-ports.js';
import { cast, hospital, hospitalBooks } from '../testing/cast.js';
import { makeReceivePost, type ProvePost } from './receive-post.js';

const body = Buffer.from('{"status":"paid"}');
const message = { headers: { 'content-type': 'application/json' }, body };
const pull = { kind: 'pullStatuses', recipientId: hospital.structureId, connectionId: hospitalBooks.id };

let ports: MemoryPorts;
beforeEach(async () => {
  ports = makeMemoryPorts();
  await ports.seed(cast);
});

const receive = (provePost: ProvePost = () => accept(undefined)) =>
  makeReceivePost({
    work: ports.work,
    provePost,
    isNewsToken: (id, token) => token === `news of ${id}`,
    now: () => new Date('2026-03-02T10:00:00.000Z'),
    sha256: (content) => Buffer.from(content).toString('hex'),
  });
const kept = () => ports.work.run(({ inbox }) => inbox.after(hospital.structureId, hospitalBooks.id, 0, 10));

describe('a message posted to a connection', () => {
  it('is kept with the job that reads it', async () => {
    const connectionId = hospitalBooks.id;
    expect(await receive()({ connectionId, message })).toEqual(accept({ received: 'message' }));
    expect(await kept()).toMatchObject([{ place: 1, mediaType: 'application/json', bytes: body }]);
    expect(await ports.jobsAdded()).toEqual([pull]);
  });

  it('is kept once, and starts nothing the second time', async () => {
    const connectionId = hospitalBooks.id;
    await receive()({ connectionId, message });
    expect(await receive()({ connectionId, message })).toEqual(accept({ received: 'known' }));
    expect(await kept()).toHaveLength(1);
    expect(await ports.jobsAdded()).toHaveLength(1);
  });

  it('is refused when this connection has left more within an hour than anybody has to say, and taken later', async () => {
    const connectionId = hospitalBooks.id;
    let clock = Date.parse('2026-03-02T10:00:00.000Z');
    const take = makeReceivePost({
      work: ports.work,
      provePost: () => accept(undefined),
      isNewsToken: () => false,
      now: () => new Date(clock),
      sha256: (content) => String(content[0]),
    });
    const large = (number: number) => {
      const bytes = new Uint8Array(2 ** 20);
      bytes[0] = number;
      return { headers: {}, body: bytes };
    };
    for (let number = 0; number < 64; number += 1)
      expect(await take({ connectionId, message: large(number) })).toMatchObject({ ok: true });
    expect(await take({ connectionId, message: large(64) })).toEqual(
      refuse({ code: 'inbox-full', retryAt: new Date('2026-03-02T10:05:00.000Z') }),
    );
    clock += 3_600_001;
    expect(await take({ connectionId, message: large(64) })).toMatchObject({ ok: true });
  });

  const refused: readonly (readonly [string, string, ProvePost, string])[] = [
    ['to nobody', 'a00000000-0000', () => accept(undefined), 'connection-not-found'],
    ['to a system that posts nothing', hospitalBooks.id, () => undefined, 'post-not-expected'],
    [
      'that proves nothing',
      hospitalBooks.id,
      () => refuse({ code: 'signature-wrong', message: say('Non.', 'No.') }),
      'post-not-proven',
    ],
  ];

  it.each(refused)('is not kept %s', async (_name, connectionId, provePost, code) => {
    expect(await receive(provePost)({ connectionId, message })).toMatchObject({ refusal: { code } });
    expect(await kept()).toEqual([]);
    expect(await ports.jobsAdded()).toEqual([]);
  });
});

describe('a notification that there is news', () => {
  it('asks for a reading, whatever its body, and keeps nothing', async () => {
    const connectionId = hospitalBooks.id;
    const newsToken = `news of ${connectionId}`;
    const outcome = await receive(() => undefined)({ connectionId, message, newsToken });
    expect(outcome).toEqual(accept({ received: 'news' }));
    expect(await kept()).toEqual([]);
    expect(await ports.jobsAdded()).toEqual([pull]);
  });

  it('needs the token of this very connection, and a message proves nothing in its place', async () => {
    const connectionId = hospitalBooks.id;
    const outcome = await receive()({ connectionId, message, newsToken: 'news of another' });
    expect(outcome).toMatchObject({ refusal: { code: 'news-token-wrong' } });
    expect(await kept()).toEqual([]);
    expect(await ports.jobsAdded()).toEqual([]);
  });
});
