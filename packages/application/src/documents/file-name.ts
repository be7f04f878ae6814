import { MAXIMUM_FILE_NAME_CHARACTERS } from './limits.js';

/**
 * The last part of the sender's path, in composed Unicode, without control characters, at most 255 characters with the
 * extension kept. Any script is welcome.
 */
export const cleanFileName = (sent: string): string => {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return shortened(plain === '' || /^\.+$/.test(plain) ? 'document' : plain);
};

const shortened = (name: string): string => {
  const characters = [...name];
  if (characters.length <= MAXIMUM_FILE_NAME_CHARACTERS) return name;
  const extension = [...(/\.[^.]{1,10}$/.exec(name)?.[0] ?? '')];
  const kept = MAXIMUM_FILE_NAME_CHARACTERS - extension.length;
  return [...characters.slice(0, kept), ...extension].join('');
};
