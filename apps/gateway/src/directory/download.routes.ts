import { pipeline } from 'node:stream/promises';
import {
  type DirectoryEdition,
  type EditionFile,
  type EditionFileName,
  editionFiles as fileNames,
} from '@parvis/application/directory/directory-editions';
import { changeColumn, entityColumns, serviceColumns } from '@parvis/domain/directory/download/columns';
import type { Request, Response } from 'express';
import { preferredLanguage } from '../http/identify.js';
import { sendRefusal } from '../http/problem.js';
import type { Route } from '../http/route.js';
import type { UseCases } from '../use-cases.js';
import { type ByteRange, rangeOf } from './byte-range.js';
import { editionPath, LISTED_EDITIONS } from './edition.object.js';

type DownloadParts = Pick<UseCases, 'editions' | 'editionFiles'>;

const binding = {
  kind: 'open',
  reason: 'the whole directory is public, so that nobody has to search in bulk',
} as const;

/**
 * `GET /annuaire/telecharger`: the editions there are, as JSON. Below it the files: of the newest edition under their
 * name alone, of another with its day before.
 */
export const downloadRoutes = (parts: DownloadParts): readonly Route[] => [
  {
    method: 'get',
    path: '/annuaire/telecharger',
    binding,
    handle: async (_request, response) => {
      const editions = await parts.editions.newest(LISTED_EDITIONS);
      response.set('Cache-Control', 'public, max-age=300').json({ editions: editions.map(listed), columns });
    },
  },
  {
    method: 'get',
    path: '/annuaire/telecharger/:file',
    binding,
    handle: async (request, response) => {
      await sendFile(parts, await parts.editions.latest(), request, response);
    },
  },
  {
    method: 'get',
    path: '/annuaire/telecharger/:day/:file',
    binding,
    handle: async (request, response) => {
      const day = String(request.params.day);
      await sendFile(parts, isDay(day) ? await parts.editions.find(day) : undefined, request, response);
    },
  },
];

const columns = {
  entity: entityColumns.map(({ name, meaning }) => ({ name, ...meaning })),
  service: serviceColumns.map(({ name, meaning }) => ({ name, ...meaning })),
  change: { name: changeColumn.name, ...changeColumn.meaning },
};

const listed = ({ day, madeAt, files, ...counts }: DirectoryEdition) => ({
  day,
  madeAt,
  ...counts,
  files: Object.entries(files).map(([name, file]) => ({
    name,
    address: editionPath(day, name as EditionFileName),
    ...file,
  })),
});

const sendFile = async (
  { editionFiles }: DownloadParts,
  edition: DirectoryEdition | undefined,
  request: Request,
  response: Response,
): Promise<void> => {
  const name = fileNames.find((one) => one === request.params.file);
  const file = name && edition?.files[name];
  if (!edition || !name || !file) return notFound(request, response);
  setHeaders(response, edition, name, file);
  if (request.headers['if-none-match']?.includes(etagOf(file))) {
    response.status(304).end();
    return;
  }
  const range = rangeOf(request.headers, file.bytes, etagOf(file));
  if (range === 'unsatisfiable') {
    response.status(416).set('Content-Range', `bytes */${file.bytes}`).end();
    return;
  }
  announce(response, file, range);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const bytes = await editionFiles.read(file.sha256, range);
  if (!bytes) return notFound(request, response);
  await pipeline(bytes, response).catch((failure: NodeJS.ErrnoException) => {
    // Whoever hangs up has had enough: no failure of ours.
    if (failure.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw failure;
  });
};

const isDay = (text: string): boolean => {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : Number.NaN);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
};

const notFound = (request: Request, response: Response): void => {
  for (const header of response.getHeaderNames())
    if (/^(etag|content-|accept-)/.test(header)) response.removeHeader(header);
  sendRefusal(
    response.status(404),
    { code: 'edition-not-found' },
    preferredLanguage(request.headers['accept-language']),
  );
};

const etagOf = ({ sha256 }: EditionFile): string => `"${sha256}"`;

/** A dated address never says anything else; the undated one is asked again after an hour. */
const setHeaders = (
  response: Response,
  { day, madeAt }: DirectoryEdition,
  name: EditionFileName,
  file: EditionFile,
): void => {
  response.set({
    'Content-Type': 'application/gzip',
    'Content-Disposition': `attachment; filename="${name.replace('.', `-${day}.`)}"`,
    ETag: etagOf(file),
    'Last-Modified': madeAt.toUTCString(),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'public, max-age=3600',
  });
};

const announce = (response: Response, file: EditionFile, range: ByteRange | undefined): void => {
  if (range) {
    response.status(206).set('Content-Range', `bytes ${range.from}-${range.to}/${file.bytes}`);
  }
  response.set('Content-Length', String(range ? range.to - range.from + 1 : file.bytes));
};
