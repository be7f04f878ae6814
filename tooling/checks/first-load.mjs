/**
 * How much script each web app's first pages load: 200 kB compressed at most (P36). Counts every file that the page
 * asks for, lazy ones included, as gzip would send them. Reads what `npm run build` left in the apps' dist.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Problem, root, say } from '../launcher/prepare.mjs';

const limitKb = 200;

const signIn = /\/sign-in-form\.tsx$/;
const apps = [
  { name: 'supplier', pages: { 'sign-in': signIn, home: /\/home-page\.tsx$/ } },
  { name: 'back-office', pages: { 'sign-in': signIn, home: /\/inbox-page\.tsx$/ } },
];

const manifestOf = (dist) => {
  const file = path.join(dist, '.vite', 'manifest.json');
  if (!existsSync(file))
    throw new Problem(`${path.relative(root, file)} is missing: run npm run build first.`);
  return JSON.parse(readFileSync(file, 'utf8'));
};

/** A chunk and all that it imports at once. */
const withImports = (manifest, key, found = new Set()) => {
  if (found.has(key)) return found;
  found.add(key);
  for (const imported of manifest[key].imports ?? []) withImports(manifest, imported, found);
  return found;
};

const onlyKey = (manifest, wanted, what) => {
  const [key] = Object.keys(manifest).filter((name) => wanted(name, manifest[name]));
  if (key === undefined) throw new Problem(`No chunk for ${what}: has its file been renamed?`);
  return key;
};

const sizeOf = (dist, files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file))).length, 0) / 1000;

/** `[{ app, page, kb }]`; kb are thousands of bytes after gzip. */
export const measureFirstLoad = () =>
  apps.flatMap(({ name, pages }) => {
    const dist = path.join(root, 'apps', name, 'dist');
    const manifest = manifestOf(dist);
    const entry = onlyKey(manifest, (_, { isEntry }) => isEntry, `the start of ${name}`);
    return Object.entries(pages).map(([page, source]) => {
      const key = onlyKey(manifest, (each) => source.test(each), `the ${page} page of ${name}`);
      const chunks = withImports(manifest, key, withImports(manifest, entry));
      const files = new Set([...chunks].map((chunk) => manifest[chunk].file));
      return { app: name, page, kb: sizeOf(dist, files) };
    });
  });

/** Throws a problem naming each page that loads too much. */
export const checkFirstLoad = () => {
  const tooMuch = measureFirstLoad().filter(({ kb }) => kb > limitKb);
  if (tooMuch.length === 0) return;
  const pages = tooMuch.map(({ app, page, kb }) => `${app}, ${page}: ${kb.toFixed(1)} kB`);
  throw new Problem(
    `More than ${limitKb} kB of compressed script on first load:\n${pages.join('\n')}\nLoad what the first page does not show with import().`,
  );
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { app, page, kb } of measureFirstLoad()) say(`${app}, ${page}: ${kb.toFixed(1)} kB`);
}
