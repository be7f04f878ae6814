import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildBareSchema } from './build-schema.js';

const file = fileURLToPath(new URL('../../../../packages/api-contract/schema.graphql', import.meta.url));

const header =
  '# The contract of the API, written by `npm run schema -w @parvis/gateway`. Change the resolvers instead.\n\n';

/** Writes the contract; with `--check`, fails when the committed one is stale. */
const emitSchema = async (check: boolean): Promise<void> => {
  const emitted = `${header}${printSchema(lexicographicSortSchema(buildBareSchema()))}\n`;
  if (!check) return writeFile(file, emitted);
  if ((await readFile(file, 'utf8')) === emitted) return;
  process.stderr.write(
    'packages/api-contract/schema.graphql is stale. Run: npm run schema -w @parvis/gateway\n',
  );
  process.exitCode = 1;
};

await emitSchema(process.argv.includes('--check'));
