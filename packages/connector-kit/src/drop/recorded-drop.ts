import { createHash } from 'node:crypto';
import type { HttpQuestion, RecordExchange } from '../exchange.js';
import { NoAnswer } from '../exchange.js';
import { Refused } from '../failures.js';
import { withoutSecrets } from '../without-secrets.js';
import type { Drop, WithDrop } from './drop.js';

/** Told of each thing done, as exchanges over HTTP are: what was asked at which place, and what came of it. */
export const recordedDrop =
  (open: WithDrop, place: string, record: RecordExchange): WithDrop =>
  (work) =>
    told(record, { what: 'open', method: 'GET', url: `${place}/`, headers: {} }, open, work);

/** The opening counts as an exchange of its own only where it fails: the work tells of itself. */
const told = async <Answer>(
  record: RecordExchange,
  question: HttpQuestion,
  open: WithDrop,
  work: (drop: Drop) => Promise<Answer>,
): Promise<Answer> => {
  const startedAt = performance.now();
  let isOpen = false;
  try {
    return await open((drop) => {
      isOpen = true;
      return work(telling(drop, question.url.slice(0, -1), record));
    });
  } catch (error) {
    if (!isOpen) record({ question, ...failed(error), milliseconds: since(startedAt) });
    throw error;
  }
};

const telling = (drop: Drop, place: string, record: RecordExchange): Drop => {
  const ask = async <Answer>(
    asked: {
      readonly what: string;
      readonly method: HttpQuestion['method'];
      readonly path: string;
      readonly body?: string;
    },
    question: () => Promise<Answer>,
    tell: (answer: Answer) => { readonly status: number; readonly body: string },
  ): Promise<Answer> => {
    const startedAt = performance.now();
    const { what, method, path, body } = asked;
    const recordable = withoutSecrets(
      { what, method, url: `${place}/${path}`, headers: {}, ...(body === undefined ? {} : { body }) },
      [],
    );
    try {
      const answer = await question();
      record({
        question: recordable,
        answer: withoutSecrets({ headers: {}, ...tell(answer) }, []),
        milliseconds: since(startedAt),
      });
      return answer;
    } catch (error) {
      record({ question: recordable, ...failed(error), milliseconds: since(startedAt) });
      throw error;
    }
  };
  const word = (answer: string) => ({
    status: answer === 'exists' ? 409 : answer === 'gone' ? 404 : 200,
    body: answer,
  });

  return {
    list: (path) =>
      ask(
        { what: 'list', method: 'GET', path },
        () => drop.list(path),
        (entries) =>
          entries
            ? { status: 200, body: entries.map(({ name, bytes }) => `${bytes}\t${name}`).join('\n') }
            : absent,
      ),
    folders: (path) =>
      ask(
        { what: 'list folders', method: 'GET', path },
        () => drop.folders(path),
        (names) => (names ? { status: 200, body: names.join('\n') } : absent),
      ),
    read: (path) =>
      ask(
        { what: 'read', method: 'GET', path },
        () => drop.read(path),
        (bytes) => (bytes ? { status: 200, body: described(path, bytes) } : absent),
      ),
    size: (path) =>
      ask(
        { what: 'size', method: 'GET', path },
        () => drop.size(path),
        (bytes) => (bytes === undefined ? absent : { status: 200, body: `${bytes}` }),
      ),
    create: (path, bytes) =>
      ask(
        { what: 'write', method: 'PUT', path, body: described(path, bytes) },
        () => drop.create(path, bytes),
        word,
      ),
    move: (from, to) =>
      ask({ what: 'rename', method: 'POST', path: from, body: to }, () => drop.move(from, to), word),
    remove: (path) =>
      ask(
        { what: 'remove', method: 'DELETE', path },
        () => drop.remove(path),
        () => word('removed'),
      ),
    makeFolder: (path) =>
      ask({ what: 'make folder', method: 'PUT', path }, () => drop.makeFolder(path), word),
  };
};

const absent = { status: 404, body: '' };

/** Text as it is, the rest by its size and its hash. */
const described = (path: string, bytes: Uint8Array): string =>
  /\.(?:xml|json|csv|txt)(?:\.[\w-]+)?(?:\.part)?$/i.test(path)
    ? new TextDecoder().decode(bytes)
    : `(${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')})`;

const since = (startedAt: number): number => Math.round(performance.now() - startedAt);

const failed = (error: unknown): { readonly failure: string } => ({
  failure: error instanceof NoAnswer || error instanceof Refused ? error.code : 'unavailable',
});
