#!/usr/bin/env node
/**
 * Makes the typed documents of one web workspace from the committed schema: run in its folder, writes `src/gql/`.
 * Fragments of the shared kit may be spread in an app's documents, so the kit's sources are read as well.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { buildSchema, isAbstractType } from 'graphql';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const workspace = process.cwd();
const kit = path.join(root, 'packages/web-kit');
const schemaFile = path.join(root, 'packages/api-contract/schema.graphql');

if (!existsSync(path.join(workspace, 'src'))) {
  process.stderr.write('parvis-codegen: no src folder here. Run it in the folder of a web app.\n');
  process.exit(2);
}

const sources = [...new Set([workspace, kit])].filter((folder) => existsSync(path.join(folder, 'src')));

/** Sixteen bytes tell documents of ours apart. */
const nameOf = (text) => createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

await generate(
  {
    schema: schemaFile,
    documents: sources.flatMap((folder) => [
      `${folder}/src/**/*.{graphql,ts,tsx}`,
      `!${folder}/src/gql/**`,
      `!${folder}/src/**/*.test.{ts,tsx}`,
    ]),
    ignoreNoDocuments: true,
    silent: true,
    generates: {
      [`${path.join(workspace, 'src/gql')}/`]: {
        preset: 'client',
        // Each document knows the name under which the gateway has its text; short, because browsers load it.
        presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: nameOf } },
        config: {
          useTypeImports: true,
          enumsAsTypes: true,
          strictScalars: true,
          scalars: { Decimal: 'string', DateTimeISO: 'string', CalendarDate: 'string' },
        },
      },
    },
    importExtension: '.js',
  },
  true,
);

// Each document in a file of its own: a bundle takes no file apart, and a page would load the documents of all others.
const DOCUMENT = /^export const (\w+) = (.* as unknown as DocumentNode<(\w+), (\w+)>;)$/;
const gql = path.join(workspace, 'src/gql');
const documents = path.join(gql, 'documents');
rmSync(documents, { recursive: true, force: true });
mkdirSync(documents);
const lines = readFileSync(path.join(gql, 'graphql.ts'), 'utf8').split('\n');
const split = lines.map((line) => {
  const [, name, text, answer, variables] = DOCUMENT.exec(line) ?? [];
  if (!name) return line;
  const types = [answer, variables].filter((type) => type !== 'unknown').join(', ');
  const imports = `import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';\nimport type { ${types} } from '../graphql.js';\n`;
  writeFileSync(path.join(documents, `${name}.ts`), `${imports}\nexport const ${name} = ${text}\n`);
  return `export { ${name} } from './documents/${name}.js';`;
});
writeFileSync(path.join(gql, 'graphql.ts'), split.join('\n'));

// The cache has to know which types an answer may be of, or it warns at every typed refusal.
const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
);
writeFileSync(
  path.join(workspace, 'src/gql/possible-types.ts'),
  `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes, null, 2)};\n`,
);
