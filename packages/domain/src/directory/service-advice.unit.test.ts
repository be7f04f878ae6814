import { describe, expect, it } from 'vitest';
import { adviceSentence } from './advice-sentence.js';
import { adviseServices } from './service-advice.js';

const service = (code: string, name: string, description?: string) => ({
  code,
  name,
  active: true,
  ...(description === undefined ? {} : { description }),
});
const services = [
  service('REST-01', 'Restauration scolaire'),
  service('ST', 'Services techniques', 'Voirie, bâtiments, espaces verts'),
  service('DSI', "Direction des systèmes d'information"),
  service('PUI', 'Pharmacie à usage intérieur'),
  service('CR', 'Multi-accueil Les Lutins'),
];
const history = [
  { code: 'PUI', on: '2026-03-03', number: 'F-7' },
  { code: 'REST-01', on: '2026-01-15', number: 'F-2' },
  { code: 'GONE', on: '2026-01-01', number: 'F-1' },
];

const advised = (words: string, past: typeof history = []) =>
  adviseServices({ services, words, history: past }).map(({ service: { code }, reasons }) => [
    code,
    ...reasons.map(({ kind }) => kind),
  ]);

describe('advice on the service code', () => {
  it.each([
    ['the code itself, however written', 'rest 01', 'REST-01', 'code'],
    ['a word of the name', 'pharmacie', 'PUI', 'word'],
    ['a word of the description', 'espaces verts', 'ST', 'word'],
    ['the beginning of a word', 'restaur', 'REST-01', 'word'],
    ['another word for the same need', 'cantine', 'REST-01', 'need'],
    ['an English word', 'software licences', 'DSI', 'need'],
    ['a need, from a whole sentence', 'Fourniture de médicaments pour mars', 'PUI', 'need'],
    ['a slip of the pen', 'pharmcie', 'PUI', 'likeness'],
    ['a slip in a word that no service bears', 'cantnie', 'REST-01', 'need'],
  ])('knows %s', (_, words, code, reason) => {
    expect(advised(words)[0]).toEqual(expect.arrayContaining([code, reason]));
  });

  it('puts what was invoiced before first where it answers, and last where it does not', () => {
    expect(advised('cantine', history)).toEqual([
      ['REST-01', 'used', 'need'],
      ['PUI', 'used'],
    ]);
  });

  it('knows nothing but habit where nothing is said, and no service that is gone', () => {
    expect(advised('', history)).toEqual([
      ['PUI', 'used'],
      ['REST-01', 'used'],
    ]);
    expect(advised('')).toEqual([]);
  });

  it('is silent on words that no service answers', () => {
    expect(advised('xylophone')).toEqual([]);
    expect(advised('de la le')).toEqual([]);
  });

  it('says why, in both languages', () => {
    const [first] = adviseServices({ services, words: 'cantine', history });
    if (!first) throw new Error('no advice');
    expect(adviceSentence(first, 'fr')).toMatch(
      /^Utilisé le 15 janvier 2026 pour votre facture F-2\. « cantine »/,
    );
    expect(adviceSentence(first, 'en')).toMatch(/^Used on 15 January 2026 for your invoice F-2\. "cantine"/);
  });
});
