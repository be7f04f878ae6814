import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutate } from './mutate.mjs';
import { randomFrom } from './random.mjs';

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));
const largest = 60_000;

const documentsOf = (folder) =>
  readdirSync(path.join(corpus, folder))
    .filter((name) => /\.(xml|pdf)$/.test(name))
    .map((name) => ({
      name: `${folder}/${name}`,
      bytes: readFileSync(path.join(corpus, folder, name)),
      isPdf: name.endsWith('.pdf'),
    }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length < largest);

/** Small documents are mutated more often: they cost least, and a mutation of theirs means more. */
const groups = [
  documentsOf('bases').filter(({ bytes }) => bytes.length < 20_000),
  documentsOf('journey').filter(({ isPdf }) => !isPdf),
  documentsOf('bases'),
  documentsOf('attacks').filter(({ isPdf }) => !isPdf),
  documentsOf('attacks').filter(({ isPdf, name }) => isPdf && !name.includes('bomb')),
  documentsOf('journey').filter(({ isPdf }) => isPdf),
];
const draw = [0, 0, 0, 1, 1, 1, 2, 3, 4, 4, 5];

/** The input number `index` of a seed: always the same bytes. */
export const inputOf = (seed, index) => {
  const random = randomFrom(seed, index);
  const group = groups[random.oneOf(draw)];
  const document = random.oneOf(group);
  return { name: document.name, bytes: mutate(document, random, group) };
};
