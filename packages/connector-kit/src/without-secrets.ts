import type { HttpAnswer, HttpQuestion } from './exchange.js';
import { parseJson } from './understood.js';

const HIDDEN = '(hidden)';
const secretHeaders = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'dolapikey',
];
/** A file's content says nothing to a reader of recordings, and would fill the disk. */
const LONGEST_TEXT = 2_000;

/** Removes secret headers, and from JSON bodies the fields with these names, at any depth; shortens long texts. */
export const withoutSecrets = <Message extends HttpQuestion | HttpAnswer>(
  message: Message,
  secretFields: readonly string[],
): Message => ({
  ...message,
  ...('url' in message ? { url: cleanUrl(message.url) } : {}),
  headers: Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      secretHeaders.includes(name.toLowerCase()) ? HIDDEN : value,
    ]),
  ),
  ...(message.body === undefined ? {} : { body: cleanBody(message.body, secretFields) }),
});

/** What stands before `@` is a name with its password, as people paste them. */
const cleanUrl = (url: string): string => url.replace(/^(https?:\/\/)[^/?#]*@/i, `$1${HIDDEN}@`);

const cleanBody = (body: string, secretFields: readonly string[]): string => {
  const parsed = parseJson(body);
  return parsed === undefined ? shorten(body) : JSON.stringify(clean(parsed, secretFields));
};

const clean = (value: unknown, secretFields: readonly string[]): unknown => {
  if (typeof value === 'string') return shorten(value);
  if (Array.isArray(value)) return value.map((item) => clean(item, secretFields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretFields.includes(name) ? HIDDEN : clean(inner, secretFields),
    ]),
  );
};

const shorten = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, 60)}… (${text.length} characters)`;
