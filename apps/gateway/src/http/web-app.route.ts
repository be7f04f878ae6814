import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Route } from './route.js';
import { webAppPolicy } from './security-headers.js';

type Encoding = 'br' | 'gzip' | 'identity';

interface Asset {
  readonly modifiedMs: number;
  readonly encoded: Readonly<Record<Encoding, Buffer>>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/** Compressed as they are; a second time only costs. */
const packed = new Set(['.png', '.ico', '.woff2']);

/** Vite puts a hash of the content into the names it makes under `assets/`. */
const isHashed = (file: string): boolean => /[\\/]assets[\\/].+-[\w-]{8,}\.\w+$/.test(file);

const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>Parvis</title><p>Cette application n’est pas construite : <code>npm run build</code>. / This app is not built: <code>npm run build</code>.';

/** A built web app under its prefix: its files, and its page for every other address it draws itself. */
export const webAppRoutes = (prefix: string, directory: string): readonly Route[] => {
  const assets = new Map<string, Asset>();
  const binding = {
    kind: 'open',
    reason: 'the app is the same for everyone; it asks the API for the rest',
  } as const;
  return [
    {
      method: 'get',
      path: `/${prefix}`,
      binding,
      handle: (request, response) =>
        request.path.endsWith('/')
          ? send(path.join(directory, 'index.html'), request, response, assets)
          : response.redirect(308, `/${prefix}/`),
    },
    {
      method: 'get',
      path: `/${prefix}/*rest`,
      binding,
      handle: async (request, response) => {
        const file = await fileFor(request, directory);
        await send(file ?? path.join(directory, 'index.html'), request, response, assets);
      },
    },
  ];
};

/** The file an address names; undefined for an address that the app draws itself. Never one outside the directory. */
const fileFor = async (request: Request, directory: string): Promise<string | undefined> => {
  const rest: unknown = request.params.rest;
  const wanted = path.resolve(directory, Array.isArray(rest) ? rest.join('/') : String(rest));
  if (!wanted.startsWith(directory + path.sep) || !(path.extname(wanted) in types)) return undefined;
  const found = await stat(wanted).catch(() => undefined);
  return found?.isFile() ? wanted : undefined;
};

const send = async (
  file: string,
  request: Request,
  response: Response,
  assets: Map<string, Asset>,
): Promise<void> => {
  const asset = await load(file, assets).catch(() => undefined);
  if (!asset) {
    response.status(503).type('text/html').send(NOT_BUILT);
    return;
  }
  const encoding = packed.has(path.extname(file)) ? 'identity' : pickEncoding(request);
  response.set({
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': webAppPolicy,
    'Cache-Control': isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
  response.send(asset.encoded[encoding]);
};

/** Read and compressed once; again when the file has changed. */
const load = async (file: string, assets: Map<string, Asset>): Promise<Asset> => {
  const { mtimeMs: modifiedMs } = await stat(file);
  const known = assets.get(file);
  if (known?.modifiedMs === modifiedMs) return known;
  const bytes = await readFile(file);
  const asset = { modifiedMs, encoded: packed.has(path.extname(file)) ? asIs(bytes) : await encode(bytes) };
  assets.set(file, asset);
  return asset;
};

const asIs = (bytes: Buffer): Asset['encoded'] => ({ identity: bytes, br: bytes, gzip: bytes });

const encode = async (bytes: Buffer): Promise<Asset['encoded']> => ({
  identity: bytes,
  gzip: await promisify(gzip)(bytes),
  // Quality 5 costs a tenth of the default's time for a few per cent in size.
  br: await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
});

const pickEncoding = (request: Request): Encoding => {
  const accepted = request.acceptsEncodings('br', 'gzip', 'identity');
  return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
};
