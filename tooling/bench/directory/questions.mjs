/** What people ask of the directory, drawn from the entities there are: every way of asking, and what tires a search. */
import { randomFrom } from './invented-entities.mjs';

const swap = (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);

/** A slip in the longest word: two letters change places, or one is left out. */
const mistyped = (text, random) => {
  const words = text.split(/[\s'-]+/);
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '');
  const at = 1 + Math.floor(random() * Math.max(1, longest.length - 3));
  const slip = random() < 0.5 ? swap(longest, at) : longest.slice(0, at) + longest.slice(at + 1);
  return words.map((word) => (word === longest ? slip : word)).join(' ');
};

const withoutAccents = (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();

const needs = ['cantine', 'pharmacie', 'informatique', 'voirie', 'crèche', 'travaux', 'fournitures', 'linge'];

/** Ways of asking: a name for the table, and the question made of an entity. */
export const waysOfAsking = [
  ['SIRET', ({ siret }) => ({ text: siret })],
  ['SIREN', ({ siret }) => ({ text: siret.slice(0, 9) })],
  ['whole name', ({ name }) => ({ text: name })],
  ['name without accents', ({ name }) => ({ text: withoutAccents(name) })],
  ['name with a slip', ({ name }, random) => ({ text: mistyped(name, random) })],
  ['town', ({ town }) => ({ text: town })],
  ['town with a slip', ({ town }, random) => ({ text: mistyped(town, random) })],
  ['town half typed', ({ town }) => ({ text: town.slice(0, Math.max(3, Math.ceil(town.length / 2))) })],
  ['kind and town', ({ name, town }) => ({ text: `${name.split(' ')[0]} ${town}` })],
  [
    'words and department',
    ({ name, department }) => ({ text: `${name.split(' ').slice(0, 2).join(' ')} ${department}` }),
  ],
  ['department alone', ({ department, kind }) => ({ text: '', department, kind })],
  [
    'need and town',
    ({ town }, random) => ({ text: `${needs[Math.floor(random() * needs.length)]} ${town}` }),
  ],
  [
    'need and department',
    ({ department }, random) => ({ text: `${needs[Math.floor(random() * needs.length)]} ${department}` }),
  ],
  ['need alone', (_, random) => ({ text: needs[Math.floor(random() * needs.length)] })],
  [
    'words half of all bear',
    (_, random) => ({
      text: ['saint', 'commune de', 'hopital', 'ecole', 'centre hospitalier', 'ehpad', 'public'][
        Math.floor(random() * 7)
      ],
    }),
  ],
  [
    'nothing there is',
    (_, random) => ({ text: Array.from({ length: 12 }, () => 'zqxjkvw'[Math.floor(random() * 7)]).join('') }),
  ],
  [
    'hostile',
    (_, random) => ({
      text: ['x'.repeat(1000), '%%%%', 'de la le', '🎉🎉', 'a b c d e f g h i j k', "' OR 1=1"][
        Math.floor(random() * 6)
      ],
    }),
  ],
];

/** So many questions of each way, mixed. */
export const questions = (entities, each, seed = 11) => {
  const random = randomFrom(seed);
  const all = waysOfAsking.flatMap(([way, ask]) =>
    Array.from({ length: each }, () => ({
      way,
      question: ask(entities[Math.floor(random() * entities.length)], random),
    })),
  );
  return all
    .map((one) => [random(), one])
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one);
};
