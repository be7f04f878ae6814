import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SeenPes, seenPes } from '@parvis/connector-kit/testing/pes-accountant';

/**
 * A server that speaks version 2 of Pastell's interface as far as a PES goes. Written from its public source
 * (`api/DocumentAPIController`, `api/JournalAPIController`); nothing of it is taken.
 */
export interface PastellServer {
  readonly origin: string;
  /** Documents that hold a PES, with the state they are in. */
  readonly held: readonly (SeenPes & {
    readonly id: string;
    readonly state: string;
    readonly title: string;
  })[];
  /** Documents of any kind, empty ones too. */
  readonly documents: readonly string[];
  /** Something happens to the document of a bill; `file` comes into it. */
  happen(billId: string, action: string, message: string, file?: StoredFile): void;
  /** A PES Retour becomes a document of its own. */
  sendBack(name: string, content: string): void;
  /** A document that nobody filled in. */
  leaveEmpty(by: 'program' | 'person'): string;
  stop(): Promise<void>;
}

export interface StoredFile {
  readonly field: string;
  readonly name: string;
  readonly content: string;
}

interface Document {
  readonly id: string;
  readonly type: string;
  title: string;
  state: string;
  /** Of its state. */
  since: string;
  readonly data: Record<string, string | string[]>;
  readonly files: Map<string, Buffer[]>;
}

interface Line {
  readonly id_j: number;
  readonly type: string;
  readonly id_d: string;
  readonly action: string;
  readonly message: string;
  readonly date: string;
  readonly titre: string;
  readonly document_type: string;
}

interface Told {
  readonly status: number;
  readonly body: unknown;
  readonly bytes?: Buffer;
}

const failed = (status: number, message: string): Told => ({
  status,
  body: { status: 'error', 'error-message': message },
});

const fine = (body: unknown, status = 200): Told => ({ status, body });

export const startPastell = async (
  account: { readonly user: string; readonly password: string },
  entity: number,
): Promise<PastellServer> => {
  const documents = new Map<string, Document>();
  const journal: Line[] = [];
  const credentials = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}`;

  const write = (document: Document, action: string, message: string): void => {
    const line = journal.length + 1;
    journal.push({
      id_j: line,
      type: '1',
      id_d: document.id,
      action,
      message,
      date: `2026-11-2${1 + Math.min(8, Math.floor(line / 1_000))} 10:${String(Math.floor(line / 60) % 60).padStart(2, '0')}:${String(line % 60).padStart(2, '0')}`,
      titre: document.title,
      document_type: document.type,
    });
  };
  const create = (type: string): Document => {
    const id = `d${String(documents.size + 1).padStart(6, '0')}`;
    const document: Document = {
      id,
      type,
      title: '',
      state: 'creation',
      since: '2026-11-21 10:00:00',
      data: {},
      files: new Map(),
    };
    documents.set(id, document);
    write(document, 'creation', 'Création du document [webservice]');
    return document;
  };
  const move = (document: Document, action: string, message: string): void => {
    document.state = action;
    write(document, action, message);
  };
  const isOpen = ({ state }: Document): boolean => ['creation', 'modification'].includes(state);
  const possible = (document: Document): readonly string[] =>
    isOpen(document)
      ? ['modification', 'supression', ...(document.files.has('fichier_pes') ? ['send-iparapheur'] : [])]
      : [];
  const detail = (document: Document) => ({
    info: { id_d: document.id, type: document.type, titre: document.title },
    // PHP writes an empty record as a list.
    data: Object.keys(document.data).length === 0 ? [] : document.data,
    action_possible: possible(document),
    last_action: { action: document.state },
  });
  const changed = (document: Document): Told => {
    document.title = String(document.data.objet ?? '');
    if (document.state === 'creation') move(document, 'modification', 'Modification du document');
    const complete = document.files.has('fichier_pes');
    return fine({
      content: detail(document),
      result: 'ok',
      formulaire_ok: complete ? 1 : 0,
      message: complete ? '' : 'Le champ « Fichier PES » est obligatoire',
    });
  };
  const store = (document: Document, { field, name }: Omit<StoredFile, 'content'>, content: Buffer): void => {
    document.files.set(field, [content]);
    document.data[field] = [name];
  };

  const onDocument = (document: Document, method: string, rest: readonly string[], body: Buffer): Told => {
    const [part, name = '', place = '0'] = rest;
    if (part === undefined && method === 'GET') return fine(detail(document));
    if (part === 'file' && method === 'GET') {
      const bytes = document.files.get(name)?.[Number(place)];
      return bytes ? { status: 200, body: undefined, bytes } : failed(404, "Ce fichier n'existe pas");
    }
    if (part === 'action') {
      if (!possible(document).includes(name)) return failed(403, `L'action « ${name} » n'est pas permise`);
      if (name === 'supression') documents.delete(document.id);
      else move(document, name, `Action ${name}`);
      return fine({ result: true, message: '' });
    }
    if (!isOpen(document)) return failed(500, "L'action « modification » n'est pas permise");
    if (part === 'file') {
      store(
        document,
        { field: name, name: partOf(body, 'file_name').toString() },
        partOf(body, 'file_content'),
      );
      return changed(document);
    }
    for (const [field, value] of new URLSearchParams(body.toString())) document.data[field] = value;
    return changed(document);
  };

  const answer = (method: string, url: URL, body: Buffer): Told => {
    const [first, second, third, id, ...rest] = url.pathname
      .replace('/api/v2/', '')
      .split('/')
      .map(decodeURIComponent);
    const { searchParams: query } = url;
    if (first === 'version') return fine({ version: '3.1.7', revision: '1' });
    if (first === 'flux')
      return fine({ 'helios-generique': { nom: 'Helios' }, 'ls-helios': { nom: 'Helios' } });
    if (first === 'journal') {
      const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 100)];
      const id_d = query.get('id_d');
      const lines = journal.filter((line) => id_d === null || line.id_d === id_d);
      return fine(lines.toReversed().slice(offset, offset + limit));
    }
    if (first !== 'entite' || Number(second) !== entity)
      return failed(404, `L'entité ${second ?? ''} n'existe pas`);
    if (third === undefined)
      return fine({ id_e: String(entity), denomination: 'Commune de Valmont-sur-Orne' });
    if (id !== undefined) {
      const document = documents.get(id);
      return document
        ? onDocument(document, method, rest, body)
        : failed(404, `Le document ${id} n'existe pas`);
    }
    if (method === 'POST') {
      const document = create(new URLSearchParams(body.toString()).get('type') ?? '');
      return fine({ ...detail(document), id_d: document.id }, 201);
    }
    const words = query.get('search') ?? '';
    const state = query.get('lastetat');
    const found = [...documents.values()].filter(
      (known) =>
        known.type === query.get('type') &&
        known.title.includes(words) &&
        (state === null || known.state === state),
    );
    return fine(
      found.map(({ id: id_d, title, state: last_action, since }) => ({
        id_d,
        titre: title,
        last_action,
        last_action_date: since,
      })),
    );
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const act = async (): Promise<void> => {
      const body = await bodyOf(request);
      const told =
        request.headers.authorization === credentials
          ? answer(request.method ?? 'GET', new URL(request.url ?? '/', 'http://pastell.invalid'), body)
          : failed(401, 'Accès interdit');
      response
        .writeHead(told.status, { 'content-type': told.bytes ? 'application/xml' : 'application/json' })
        .end(told.bytes ?? JSON.stringify(told.body));
    };
    act().catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const held = () =>
    [...documents.values()].flatMap(({ id, title, state, files }) => {
      const [file] = files.get('fichier_pes') ?? [];
      return file ? [{ ...seenPes(file), id, state, title }] : [];
    });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get held() {
      return held();
    },
    get documents() {
      return [...documents.keys()];
    },
    happen: (billId, action, message, file) => {
      const document = documents.get(held().find(({ bill }) => bill.id === billId)?.id ?? '');
      if (!document) throw new Error(`no document of ${billId}`);
      if (file) store(document, file, Buffer.from(file.content, 'latin1'));
      move(document, action, message);
    },
    sendBack: (name, content) => {
      const document = create('helios-pes-retour');
      document.title = name;
      store(document, { field: 'fichier_pes_retour', name }, Buffer.from(content, 'latin1'));
      move(document, 'recu', 'Réception du PES Retour');
    },
    leaveEmpty: (by) => {
      const { id } = create('helios-generique');
      if (by === 'person')
        journal.splice(-1, 1, { ...(journal.at(-1) as Line), message: 'Création du document' });
      return id;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** One part of a form of several. */
const partOf = (body: Buffer, name: string): Buffer => {
  const boundary = body.subarray(0, body.indexOf('\r\n'));
  const start = body.indexOf('\r\n\r\n', body.indexOf(`name="${name}"`)) + 4;
  return body.subarray(start, body.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), start));
};
