/**
 * The rules as an entry form loads them: judging on the model alone, EN 16931 and France with all code lists, and the
 * sentences. Bundles them for the browser and holds them to the domain (no Node.js, no XML) and to a size.
 */
import { builtinModules } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { Problem, root, say } from '../launcher/prepare.mjs';

const limitKb = { judging: 37, 'judging and sentences': 62 };

const judging = `
export { judge } from '@parvis/domain/rules/judge';
export { en16931 } from '@parvis/domain/rules/en16931/en16931';
export { france } from '@parvis/domain/rules/france/france';
`;
const sentences = `export { explainEnteredFault } from '@parvis/domain/rules/explain-entered-fault';`;
const bundles = { judging, 'judging and sentences': judging + sentences };

const domain = path.join(root, 'packages', 'domain');
const builtin = new Set(builtinModules);

/** Gives the bundle its start, and stops at whatever is not the domain's. */
const domainOnly = (source) => ({
  name: 'domain-only',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (id === 'rules') return '\0rules';
    if (id.startsWith('node:') || builtin.has(id))
      throw new Problem(`${importer} imports ${id}, which no browser has.`);
    const resolved = await this.resolve(
      id,
      importer === '\0rules' ? path.join(domain, 'package.json') : importer,
      {
        skipSelf: true,
      },
    );
    if (resolved && !path.resolve(resolved.id).startsWith(domain))
      throw new Problem(`${importer} imports ${id}: the rules a browser loads stand in the domain alone.`);
    return resolved;
  },
  load: (id) => (id === '\0rules' ? source : undefined),
});

const sizeOf = async (source) => {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [domainOnly(source)],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: 'rules', preserveEntrySignatures: 'strict' },
    },
  });
  return output.reduce((sum, { code = '' }) => sum + gzipSync(code).length, 0) / 1000;
};

/** `[{ name, kb }]`; kb are thousands of bytes after gzip. */
export const measureBrowserRules = async () => {
  const measured = [];
  for (const [name, source] of Object.entries(bundles)) measured.push({ name, kb: await sizeOf(source) });
  return measured;
};

/** Throws a problem where a bundle is too large, or is not for browsers. */
export const checkBrowserRules = async () => {
  const tooMuch = (await measureBrowserRules()).filter(({ name, kb }) => kb > limitKb[name]);
  if (tooMuch.length === 0) return;
  const said = tooMuch.map(({ name, kb }) => `${name}: ${kb.toFixed(1)} kB, at most ${limitKb[name]} kB`);
  throw new Problem(`The rules for the browser have grown too large (compressed):\n${said.join('\n')}`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, kb } of await measureBrowserRules()) say(`${name}: ${kb.toFixed(1)} kB`);
  await checkBrowserRules();
}
