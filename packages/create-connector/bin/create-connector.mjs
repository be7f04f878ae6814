#!/usr/bin/env node
/**
 * `create-connector my-system`: a package of one's own with a connector that works, its contract suite and its guide.
 * What it speaks to is the accounting simulator; its author puts their own system in its place. Nothing is overwritten.
 */
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const template = fileURLToPath(new URL('../template/', import.meta.url));

const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

const [wanted, ...more] = process.argv.slice(2);
if (!wanted || wanted.startsWith('-') || more.length > 0)
  stop(
    'Give one name: create-connector FOLDER, such as "create-connector connector-acme". Nothing was made.',
  );

const folder = path.resolve(wanted);
const system = path.basename(folder).replace(/^connector-/, '');
if (!/^[a-z][a-z0-9-]{1,30}$/.test(system))
  stop(
    `"${system}" cannot name a system: 2 to 31 small letters, digits and hyphens, a letter first. Choose another folder name. Nothing was made.`,
  );
if (existsSync(folder) && readdirSync(folder).length > 0)
  stop(`${folder} is there already and is not empty. Choose another folder. Nothing was made.`);

const pascal = system.replaceAll(/(^|-)([a-z0-9])/g, (_all, _hyphen, letter) => letter.toUpperCase());
const here = (relative) =>
  `file:${path.relative(folder, path.join(root, relative)).split(path.sep).join('/')}`;

cpSync(template, folder, { recursive: true });
// npm leaves out a file of this name when it packs the template.
renameSync(path.join(folder, 'gitignore'), path.join(folder, '.gitignore'));
const fill = (file) => {
  const text = readFileSync(file, 'utf8')
    .replaceAll('__SYSTEM__', system)
    .replaceAll('__System__', pascal)
    .replaceAll(/file:__PARVIS__\/([^"]+)/g, (_all, relative) => here(relative));
  writeFileSync(file, text);
};
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
  if (entry.isFile()) fill(path.join(entry.parentPath, entry.name));

process.stdout.write(`A connector for "${system}" is in ${folder}. Next:

  cd ${path.relative(process.cwd(), folder) || '.'}
  npm install
  npm test

Its README.md says how to go on from there.
`);
