import type { Bilingual } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { AccountingConnection } from './delivery-ledger.js';

/** A message at our door, as HTTP brought it. Names of headers in lower case. */
export interface PostAtTheDoor {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Proves that a message comes from the system behind this connection; `undefined` where systems of this kind post
 * nothing.
 */
export type ProvePost = (
  connection: AccountingConnection,
  message: PostAtTheDoor,
) => Result<void, PostNotProven> | undefined;

export interface PostNotProven {
  readonly code: 'not-signed' | 'signature-wrong' | 'too-old' | 'not-understood';
  /** What is wrong and what to do, in the kind's own words. */
  readonly message: Bilingual;
}

/** Whether this token lets its bearer say that there is news over this connection, and nothing else. */
export type IsNewsToken = (connectionId: string, token: string) => boolean;

export interface ReceivePostPorts {
  readonly work: Work;
  readonly provePost: ProvePost;
  readonly isNewsToken: IsNewsToken;
  readonly now: Clock;
  readonly sha256: Sha256;
}

export interface ReceivePostCommand {
  readonly connectionId: string;
  readonly message: PostAtTheDoor;
  /** With it, the message only says that there is news: its body is not read. */
  readonly newsToken?: string;
}

export type PostRefusal =
  | { readonly code: 'connection-not-found' }
  | { readonly code: 'news-token-wrong' }
  | { readonly code: 'post-not-expected' }
  | { readonly code: 'inbox-full'; readonly retryAt: Date }
  | { readonly code: 'post-not-proven'; readonly cause: PostNotProven };

/** `known`: the very same bytes came before. */
export type ReceivePost = (
  command: ReceivePostCommand,
) => Promise<Result<{ readonly received: 'news' | 'message' | 'known' }, PostRefusal>>;

/**
 * Takes what an accounting system posts: nobody is signed in, the message proves itself. It is kept together with the
 * job that reads it, and only then is anything answered; what it says is found out when it is read.
 */
export const makeReceivePost =
  (ports: ReceivePostPorts): ReceivePost =>
  async (command) => {
    const { connectionId, newsToken } = command;
    const connection = await ports.work.run(({ connections }) => connections.findById(connectionId));
    if (!connection) return refuse({ code: 'connection-not-found' });
    return newsToken === undefined
      ? keep(ports, connection, command.message)
      : takeNews(ports, connection, newsToken);
  };

const takeNews = async (
  { work, isNewsToken }: ReceivePostPorts,
  { recipientId, id: connectionId }: AccountingConnection,
  newsToken: string,
): ReturnType<ReceivePost> => {
  if (!isNewsToken(connectionId, newsToken)) return refuse({ code: 'news-token-wrong' });
  await work.run(({ jobs }) => jobs.add({ kind: 'pullStatuses', recipientId, connectionId }));
  return accept({ received: 'news' });
};

/**
 * What one connection may leave with us within an hour: many times what the largest hospital has to say. Whoever holds a
 * secret could fill the disk otherwise.
 */
const MOST_MESSAGES = 5_000;
const MOST_BYTES = 64 * 2 ** 20;
const WINDOW_MS = 3_600_000;
const RETRY_MS = 5 * 60_000;

const keep = async (
  { work, provePost, now, sha256 }: ReceivePostPorts,
  connection: AccountingConnection,
  message: PostAtTheDoor,
): ReturnType<ReceivePost> => {
  const { recipientId, id: connectionId } = connection;
  const proven = provePost(connection, message);
  if (!proven) return refuse({ code: 'post-not-expected' });
  if (!proven.ok) return refuse({ code: 'post-not-proven', cause: proven.refusal });
  const at = now();
  return work.run(async ({ inbox, jobs }) => {
    const since = new Date(at.getTime() - WINDOW_MS);
    const { messages, bytes } = await inbox.takenSince(recipientId, connectionId, since, MOST_MESSAGES);
    if (messages >= MOST_MESSAGES || bytes + message.body.length > MOST_BYTES)
      return refuse({ code: 'inbox-full', retryAt: new Date(at.getTime() + RETRY_MS) });
    const added = await inbox.add({
      recipientId,
      connectionId,
      receivedAt: at,
      name: '',
      mediaType: message.headers['content-type'] ?? 'application/octet-stream',
      sha256: sha256(message.body),
      bytes: message.body,
    });
    if (added) await jobs.add({ kind: 'pullStatuses', recipientId, connectionId });
    return accept({ received: added ? ('message' as const) : ('known' as const) });
  });
};
