import { commonPasswords } from './common-passwords.js';

export type PasswordFault =
  | 'password-missing'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-common'
  | 'password-personal';

export const MINIMUM_PASSWORD_LENGTH = 12;
/** Longer ones would only keep the machine busy. */
export const MAXIMUM_PASSWORD_LENGTH = 128;

/** Fewer different characters than this is a pattern: "aaaaaaaaaaaa", "121212121212". */
const FEWEST_DIFFERENT = 5;

/** What somebody who guesses knows of the person. */
export interface KnownOfPerson {
  readonly email: string;
  readonly name: string;
}

/**
 * Length and not being the first thing one would guess is all that is asked: no kinds of characters, no renewal (ANSSI,
 * Recommandations relatives à l'authentification multifacteur et aux mots de passe). Undefined when it will do.
 */
export const passwordFault = (password: string, known: KnownOfPerson): PasswordFault | undefined => {
  if (password === '') return 'password-missing';
  const length = [...password].length;
  if (length < MINIMUM_PASSWORD_LENGTH) return 'password-too-short';
  if (length > MAXIMUM_PASSWORD_LENGTH) return 'password-too-long';
  const plain = plainly(password);
  if (isCommon(plain)) return 'password-common';
  return isPersonal(plain, known) ? 'password-personal' : undefined;
};

const plainly = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/\s/g, '');

const isCommon = (plain: string): boolean => {
  if (new Set(plain).size < FEWEST_DIFFERENT || isRun(plain)) return true;
  const word = unspell(plain);
  return word === '' ? isRun(plain.replaceAll(/\D/g, '')) : common.has(word) || common.has(half(word));
};

const common: ReadonlySet<string> = new Set(commonPasswords);

/** What is left without the digits and signs around, the usual signs in place of letters read as those letters. */
const unspell = (plain: string): string => {
  const bare = plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  const letters: Readonly<Record<string, string>> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  };
  return [...bare]
    .map((character) => letters[character] ?? character)
    .join('')
    .replaceAll(/[^a-z]/g, '');
};

/** One half of a word that is written twice; the word itself otherwise. */
const half = (word: string): string => {
  const first = word.slice(0, word.length / 2);
  return first + first === word ? first : word;
};

/** Each character follows or precedes the one before: "123456789012", "abcdefghijkl", "fedcba". */
const isRun = (plain: string): boolean => {
  const steps = [...plain].slice(1).map((character, at) => character.charCodeAt(0) - plain.charCodeAt(at));
  const regular = steps.filter((step) => Math.abs(step) === 1 || step === -9).length;
  return steps.length > 0 && regular >= steps.length - 1;
};

/** Little besides the name or the address: "paulebocage2026". */
const isPersonal = (plain: string, { email, name }: KnownOfPerson): boolean => {
  const [local = '', domain = ''] = plainly(email).split('@');
  const words = [
    plainly(email),
    local,
    domain,
    domain.split('.')[0] ?? '',
    ...name.split(/[\s'-]+/).map(plainly),
  ];
  const known = [...new Set(words)]
    .filter((word) => word.length > 2)
    .sort((one, other) => other.length - one.length);
  let rest = plain;
  for (const word of known) rest = rest.replaceAll(word, '');
  return rest.length < plain.length && rest.replaceAll(/[^a-z]/g, '').length < 4;
};
