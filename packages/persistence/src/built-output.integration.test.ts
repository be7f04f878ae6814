import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const built = new URL('../dist/', import.meta.url);

/** Decorators are transformed otherwise in tests than by the compiler; only loading the result tells. */
test.each([
  'open-persistence',
  'job-worker',
  'migrate',
  'folder-document-store',
  'listen-to-invoice-changes',
])('the compiled %s loads under plain Node.js', async (name) => {
  const file = new URL(`${name}.js`, built);
  expect(existsSync(file), 'build first: npx turbo run build').toBe(true);
  const script = `const all = await import(${JSON.stringify(file.href)}); console.log(Object.keys(all).length)`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(Number(stdout)).toBeGreaterThan(0);
});
