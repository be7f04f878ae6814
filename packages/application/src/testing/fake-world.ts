import { createHash, createHmac } from 'node:crypto';
import { Readable } from 'node:stream';
import { type MemoryPorts, makeMemoryPorts } from '../in-memory/memory-ports.js';
import type { RenderReadable } from '../invoice/render-readable.js';
import { cast, uuid } from './cast.js';
import { FakeBooks } from './fake-books.js';
import { readFakeFile } from './fake-files.js';
import { FakeMachine } from './fake-machine.js';
import { FakeOpenId } from './fake-openid.js';
import { FakePasskeys } from './fake-passkeys.js';

export interface Logged {
  readonly what: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * A ready world for use cases: the cast in place, every port in memory, a clock that stands still until moved, and an
 * accounting system whose failures can be scripted. Pass it whole as a use case's ports.
 */
export const makeFakeWorld = async () => {
  const ports: MemoryPorts = makeMemoryPorts();
  await ports.seed(cast);
  const machine = new FakeMachine();
  const books = new FakeBooks({ mark: machine.mark, isWorkOpen: () => ports.work.isOpen });
  const logged: Logged[] = [];
  let time = new Date('2026-03-02T09:00:00.000Z');
  let ids = 0x100000;
  return {
    machine,
    books,
    logged,
    tables: ports.tables,
    seed: ports.seed,
    jobsAdded: ports.jobsAdded,
    work: machine.guard(ports.work),
    isWorkOpen: () => ports.work.isOpen,
    lists: ports.lists,
    directorySearch: ports.directorySearch,
    documents: ports.documents,
    readInvoice: readFakeFile,
    renderReadable,
    openConnector: () => books,
    now: () => time,
    advance: (seconds: number): void => {
      time = new Date(time.getTime() + seconds * 1000);
    },
    newId: () => uuid(ids++),
    newToken: () => `token ${ids++}`,
    sha256,
    hmacSha1,
    // Told apart, and the same in every run.
    randomBytes: (length: number) =>
      createHash('sha512').update(`random ${ids++}`).digest().subarray(0, length),
    passkeys: new FakePasskeys(),
    openIdExpert: new FakeOpenId(() => ports.work.isOpen),
    random: () => 0,
    pause: async () => undefined,
    mark: machine.mark,
    log: (what: string, details: Logged['details']): void => {
      logged.push({ what, details });
    },
    hasher: { verify: async (hash: string, password: string) => hash === `hash of ${password}` },
    hashPassword: async (password: string) => `hash of ${password}`,
    decoyHash: 'hash of nothing',
    publicUrl: 'https://parvis.invalid',
  };
};

export type FakeWorld = Awaited<ReturnType<typeof makeFakeWorld>>;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export const hmacSha1 = (key: Uint8Array, message: Uint8Array): Uint8Array =>
  createHmac('sha1', key).update(message).digest();

export const streamOf = (text: string): Readable => Readable.from([new TextEncoder().encode(text)]);

const renderReadable: RenderReadable = async ({ number = '' }) => ({
  fileName: `${number}.html`,
  mediaType: 'text/html',
  bytes: new TextEncoder().encode(`<h1>${number}</h1>`),
});
