import { randomBytes } from 'node:crypto';
import type { HttpAnswer, HttpQuestion, Transport } from '@parvis/connector-kit/exchange';
import { classifyStatus, NotNow, Refused, retryAfterSeconds } from '@parvis/connector-kit/failures';
import { parseJson } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { PastellSettings } from './settings.js';

/** Pastell's REST interface, version 2, as far as a PES needs it. */
export interface PastellClient {
  version(): Promise<string>;
  entityName(): Promise<string>;
  /** Types of documents that the account may handle. */
  documentTypes(): Promise<readonly string[]>;
  /** Documents whose title holds these words. */
  search(type: string, words: string): Promise<readonly PastellDocument[]>;
  /** Documents that were made and never filled in. */
  justMade(type: string): Promise<readonly PastellDocument[]>;
  create(type: string): Promise<string>;
  detail(id: string): Promise<DocumentDetail>;
  /** Answers what is still wrong with the form, in Pastell's words; undefined when nothing is. */
  fill(id: string, fields: Readonly<Record<string, string>>): Promise<string | undefined>;
  attach(
    id: string,
    field: string,
    file: { readonly fileName: string; readonly bytes: Uint8Array },
  ): Promise<string | undefined>;
  act(id: string, action: string): Promise<void>;
  file(id: string, field: string, place: number): Promise<Uint8Array>;
  /** Newest first; of one document where it is given. */
  journal(offset: number, limit: number, id?: string): Promise<readonly JournalLine[]>;
}

const document = z.object({
  id_d: z.string(),
  titre: z.string().nullish(),
  last_action: z.string().nullish(),
  /** In the server's time, which is that of Paris. */
  last_action_date: z.string().nullish(),
});
export type PastellDocument = z.infer<typeof document>;

const detail = z.object({
  // PHP writes an empty record as a list.
  data: z.preprocess((data) => (Array.isArray(data) ? {} : data), z.record(z.string(), z.unknown())),
  action_possible: z.union([
    z.array(z.string()),
    z.record(z.string(), z.string()).transform((known) => Object.values(known)),
  ]),
  last_action: z.object({ action: z.string() }).nullish(),
});
export type DocumentDetail = z.infer<typeof detail>;

const journalLine = z.object({
  id_j: z.coerce.number().int(),
  type: z.coerce.string().nullish(),
  id_d: z.string().nullish(),
  action: z.string().nullish(),
  message: z.string().nullish(),
  /** `2026-11-21 10:04:09`, in the server's time, which is that of Paris. */
  date: z.string().nullish(),
  titre: z.string().nullish(),
  document_type: z.string().nullish(),
});
export type JournalLine = z.infer<typeof journalLine>;

const formAnswer = z.object({ formulaire_ok: z.coerce.number(), message: z.string().nullish() });

type Access = Pick<PastellSettings, 'url' | 'user' | 'password' | 'entity'>;

export const makePastellClient = (
  { url, user, password, entity }: Access,
  transport: Transport,
): PastellClient => {
  const origin = `${url.replace(/\/+$/, '')}/api/v2`;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const ask = async (
    what: string,
    path: string,
    rest: Partial<Pick<HttpQuestion, 'method' | 'body' | 'bytes'>> & { readonly contentType?: string } = {},
  ): Promise<HttpAnswer> => {
    const { contentType, method = 'GET', ...sent } = rest;
    const headers = { authorization, ...(contentType === undefined ? {} : { 'content-type': contentType }) };
    const answer = await transport({ what, method, url: `${origin}/${path}`, headers, ...sent });
    mustBeFine(answer);
    return answer;
  };
  const read = async <Shape>(shape: z.ZodType<Shape>, answer: Promise<HttpAnswer>): Promise<Shape> => {
    const { body } = await answer;
    const parsed = shape.safeParse(parseJson(body));
    if (!parsed.success) throw notUnderstood();
    return parsed.data;
  };
  const documents = `entite/${entity}/document`;
  const form = (fields: Readonly<Record<string, string>>) => ({
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(fields).toString(),
  });
  const complaint = ({ formulaire_ok, message }: z.infer<typeof formAnswer>): string | undefined =>
    formulaire_ok === 1 ? undefined : message || 'formulaire incomplet';

  return {
    version: async () =>
      (await read(z.object({ version: z.string() }), ask('ask for the version', 'version'))).version,
    entityName: async () =>
      (await read(z.object({ denomination: z.string() }), ask('look at the entity', `entite/${entity}`)))
        .denomination,
    documentTypes: async () =>
      Object.keys(await read(z.record(z.string(), z.unknown()), ask('list document types', 'flux'))),
    search: (type, words) =>
      read(
        z.array(document),
        ask('search by title', `${documents}?${new URLSearchParams({ type, search: words, limit: '100' })}`),
      ),
    justMade: (type) =>
      read(
        z.array(document),
        ask(
          'list what was never filled in',
          `${documents}?${new URLSearchParams({ type, lastetat: 'creation', limit: '50' })}`,
        ),
      ),
    create: async (type) => {
      const answer = await read(
        z.object({ info: z.object({ id_d: z.string() }) }),
        ask('create a document', documents, { method: 'POST', ...form({ type }) }),
      );
      return answer.info.id_d;
    },
    detail: (id) => read(detail, ask('look at a document', `${documents}/${encodeURIComponent(id)}`)),
    fill: async (id, fields) =>
      complaint(
        await read(
          formAnswer,
          ask('fill a document in', `${documents}/${encodeURIComponent(id)}`, {
            method: 'PATCH',
            ...form(fields),
          }),
        ),
      ),
    attach: async (id, field, file) =>
      complaint(
        await read(
          formAnswer,
          ask('add a file', `${documents}/${encodeURIComponent(id)}/file/${field}`, {
            method: 'POST',
            ...multipart(file),
          }),
        ),
      ),
    act: async (id, action) => {
      await ask('act on a document', `${documents}/${encodeURIComponent(id)}/action/${action}`, {
        method: 'POST',
        ...form({}),
      });
    },
    file: async (id, field, place) => {
      const { bytes, body } = await ask(
        'fetch a file',
        `${documents}/${encodeURIComponent(id)}/file/${encodeURIComponent(field)}/${place}`,
      );
      return bytes ?? Buffer.from(body);
    },
    journal: (offset, limit, id) =>
      read(
        z.array(journalLine),
        ask(
          'read the journal',
          `journal?${new URLSearchParams({ id_e: String(entity), ...(id === undefined ? {} : { id_d: id }), offset: String(offset), limit: String(limit) })}`,
        ),
      ),
  };
};

const mustBeFine = (answer: HttpAnswer): void => {
  if (answer.status < 400) return;
  const said = saidIn(answer);
  switch (classifyStatus(answer.status)) {
    case 'auth':
      throw new Refused(
        'credentials-refused',
        say(
          'Pastell refuse l’identifiant ou le mot de passe. Corrigez-les dans les réglages.',
          'Pastell refuses the login or the password. Correct them in the settings.',
        ),
      );
    case 'right':
      throw new Refused(
        'right-missing',
        say(
          `Le compte n’a pas ce droit dans Pastell${said && ` : ${said}`}. Donnez-lui le rôle voulu sur l’entité.`,
          `The account may not do this in Pastell${said && `: ${said}`}. Give it the role it needs on the entity.`,
        ),
      );
    case 'gone':
      throw new Refused('gone-there', said || notPastell);
    case 'refused':
      throw new Refused('validation-refused', said || `Pastell : ${answer.status}`);
    default:
      throw new NotNow(
        say(
          `Pastell répond ${answer.status} pour l’instant${said && ` : ${said}`}.`,
          `Pastell answers ${answer.status} for now${said && `: ${said}`}.`,
        ),
        retryAfterSeconds(answer),
      );
  }
};

const notPastell = say(
  'Pastell ne trouve pas ce qui est demandé, ou un autre programme répond sans doute à cette adresse. Vérifiez l’adresse et le port.',
  'Pastell does not find what is asked for, or another program probably answers at this address. Check the address and the port.',
);

/** Its own words: `{"status":"error","error-message":"…"}`. */
const saidIn = ({ body }: HttpAnswer): string => {
  const parsed = z.object({ 'error-message': z.string() }).safeParse(parseJson(body));
  return parsed.success ? parsed.data['error-message'].slice(0, 300) : '';
};

const notUnderstood = (): NotNow =>
  new NotNow(
    say(
      'La réponse de Pastell n’est pas lisible : un intermédiaire a peut-être répondu à sa place. Nouvel essai prévu.',
      'The answer of Pastell cannot be read: something in between may have answered instead. Another try is planned.',
    ),
  );

const multipart = ({ fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array }) => {
  const boundary = `parvis-${randomBytes(12).toString('hex')}`;
  const part = (disposition: string, content: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([
      part('name="file_name"', Buffer.from(fileName)),
      part(`name="file_content"; filename="${fileName}"`, bytes),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
    body: `file_name: ${fileName}`,
  };
};
