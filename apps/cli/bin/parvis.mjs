#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('parvis is not built yet. Run: npm install && npm run build:cli\n');
  process.exitCode = 2;
}
