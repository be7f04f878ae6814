import { describe, expect, it } from 'vitest';
import { oneOf, readArguments } from './arguments.js';
import { languageOf, UnusableError } from './config.js';
import { wordsIn } from './words.js';

const words = wordsIn('en');

describe('the command line', () => {
  it('takes options anywhere, and what follows -- as a file', () => {
    expect(
      readArguments(['--lang', 'fr', 'validate', 'a.xml', '--rules=france', '-', '--', '--b.xml'], words),
    ).toMatchObject({
      command: 'validate',
      operands: ['a.xml', '-', '--b.xml'],
      values: { lang: 'fr', rules: 'france' },
    });
  });

  it.each([
    [['valdate', 'a.xml'], 'valdate'],
    [['validate', '--frob', 'a.xml'], '--frob'],
    [['validate', '--to', 'ubl', 'a.xml'], '--to'],
    [['convert', '--rules', 'france', 'a.xml', 'b.xml'], '--rules'],
    [['validate', '--rules'], '--rules'],
    [['convert', '--force=yes'], '--force'],
  ])('refuses %j and names %s', (line, named) => {
    expect(() => readArguments(line, words)).toThrow(UnusableError);
    expect(() => readArguments(line, words)).toThrow(named);
  });

  it.each([
    [['-h'], undefined],
    [['help'], undefined],
    [['help', 'validate'], 'validate'],
    [['convert', '-h'], 'convert'],
  ])('takes %j as a call for help', (line, command) => {
    expect(readArguments(line, words)).toMatchObject({ command, values: { help: true } });
  });

  it('refuses help on what is no command', () => {
    expect(() => readArguments(['help', 'valdate'], words)).toThrow('valdate');
  });

  it('knows the values of an option, the first when none is given', () => {
    expect(oneOf('--format', undefined, ['text', 'jsonl'], words)).toBe('text');
    expect(oneOf('--format', 'jsonl', ['text', 'jsonl'], words)).toBe('jsonl');
    expect(() => oneOf('--format', 'json', ['text', 'jsonl'], words)).toThrow('text or jsonl');
  });
});

describe('the language', () => {
  it.each([
    [['--lang', 'fr'], { LANG: 'en_GB.UTF-8' }, 'fr'],
    [['--lang=en'], { LANG: 'fr_FR.UTF-8' }, 'en'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'fr'],
    [[], { LC_ALL: 'C', LANG: 'fr_FR.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LC_MESSAGES: 'fr_BE', LANG: 'C' }, 'fr'],
    [[], {}, 'en'],
  ])('with %j in %j is %s', (line, environment, language) => {
    expect(languageOf(line, environment)).toBe(language);
  });
});
