import { describe, expect, it } from 'vitest';
import { findDepartment } from './departments.js';
import { readDirectoryQuestion } from './directory-question.js';
import { editDistance, forgivenSlips } from './edit-distance.js';
import { abbreviations, alsoCalled, emptyWords } from './name-words.js';
import { plainWords } from './plain-words.js';
import { searchWords } from './search-words.js';

describe('names as they are kept and looked for', () => {
  it.each([
    ["Commune d'Étréchy-l’Œuvre", 'etrechy oeuvre'],
    ['MAIRIE DE ST-AUBIN-DES-PRÉS', 'saint aubin pres'],
    ['CHU de Rouen', 'centre hospitalier universitaire rouen'],
    ['Centre Hospitalier Universitaire — Rouen', 'centre hospitalier universitaire rouen'],
    ['Ville de Ste Æmilia', 'sainte aemilia'],
    ['Mairie', 'mairie'],
    ['🎉', ''],
  ])('%s is %s', (name, expected) => {
    expect(searchWords(name)).toBe(expected);
  });

  it('are the same however often they are normalised', () => {
    for (const full of Object.values(abbreviations)) expect(searchWords(full)).toBe(full);
  });

  it('have tables of plain words alone', () => {
    const words = [...emptyWords, ...Object.keys(abbreviations), ...Object.values(alsoCalled)];
    expect(words.filter((word) => plainWords(word) !== word)).toEqual([]);
  });
});

describe('a question to the directory', () => {
  const words = (text: string) => {
    const question = readDirectoryQuestion(text);
    return question.kind === 'words' ? question.words.map(({ asTyped }) => asTyped) : question;
  };

  it.each([
    ['000 002 105 00013', '00000210500013'],
    ['217600123', '217600123'],
    ['76000', '76000'],
  ])('%s is an identifier', (text, digits) => {
    expect(readDirectoryQuestion(text)).toEqual({ kind: 'identifier', digits });
  });

  it('is nothing where no letter or digit is', () => {
    expect(['', ' ', '%%%%', '🎉🎉'].map((text) => readDirectoryQuestion(text).kind)).toEqual(
      Array(4).fill('nothing'),
    );
  });

  it('has the words that tell something, the last of which may go on', () => {
    expect(words('mairie de St Aubin')).toEqual(['st', 'aubin']);
    const question = readDirectoryQuestion('st aub');
    expect(question).toMatchObject({ words: [{ mayGoOn: false }, { mayGoOn: true }] });
    expect(readDirectoryQuestion('st aubin ')).toMatchObject({ words: [{}, { mayGoOn: false }] });
  });

  it('reads departments by number and by name of several words', () => {
    expect(readDirectoryQuestion('ehpad seine-maritime')).toMatchObject({
      words: [{ asTyped: 'ehpad' }, { asTyped: 'seine maritime', department: '76' }],
    });
    expect(readDirectoryQuestion('mairie 2a')).toMatchObject({ words: [{ department: '2A' }] });
  });

  it('reads an abbreviation both ways', () => {
    expect(readDirectoryQuestion('ch rouen')).toMatchObject({
      words: [{ readings: [['ch'], ['centre', 'hospitalier']] }, {}],
    });
  });

  it('is bounded, whatever is typed', () => {
    const question = readDirectoryQuestion(`${'x'.repeat(500)} ${'a1 '.repeat(500)}`);
    expect(question).toMatchObject({ kind: 'words' });
    if (question.kind !== 'words') return;
    expect(question.words.length).toBeLessThanOrEqual(8);
    expect(Math.max(...question.words.map(({ asTyped }) => asTyped.length))).toBeLessThanOrEqual(40);
  });
});

describe('departments', () => {
  it.each([
    ['Seine-Maritime', '76'],
    ["côtes d'armor", '22'],
    ['2b', '2B'],
    ['974', '974'],
    ['La Réunion', '974'],
    ['Syldavie', undefined],
    ['99', undefined],
  ])('%s is %s', (text, number) => {
    expect(findDepartment(text)).toBe(number);
  });
});

describe('slips of the pen', () => {
  it.each([
    ['rouen', 'ruoen', 1],
    ['valmont', 'valmnt', 1],
    ['hopital', 'hopitaux', 2],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
    ['x'.repeat(65), 'y', Number.POSITIVE_INFINITY],
  ])('%s is %s after %s', (one, other, slips) => {
    expect([editDistance(one, other), editDistance(other, one)]).toEqual([slips, slips]);
  });

  it('are not forgiven in short words', () => {
    expect([3, 4, 6, 7].map(forgivenSlips)).toEqual([0, 1, 1, 2]);
  });
});
