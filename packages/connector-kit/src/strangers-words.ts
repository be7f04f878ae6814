/** Longer than any sentence, table or reference; shorter than what would fill a page or a column. */
const LONGEST_TEXT = 100_000;

/** Where reading goes on is ours, or the other system's, to understand to the letter. */
const untouched = ['next', 'key'];

/**
 * An answer of another system without what cannot be stored (null characters, halves of pairs), without what nobody could
 * read to its end, and without what `hide` takes out. Plain lists and objects only: dates and amounts are ours.
 */
export const cleaned = <Answer>(answer: Answer, hide: (text: string) => string): Answer =>
  cleanedValue(answer, hide) as Answer;

const cleanedValue = (value: unknown, hide: (text: string) => string): unknown => {
  if (typeof value === 'string') return storable(hide(value.slice(0, LONGEST_TEXT)));
  if (Array.isArray(value)) return value.map((item: unknown) => cleanedValue(item, hide));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      untouched.includes(name) ? inner : cleanedValue(inner, hide),
    ]),
  );
};

const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd');

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const HIDDEN = '(hidden)';
/** Shorter ones would be found inside words. */
const SHORTEST_SECRET = 4;

/**
 * Takes secrets out of whatever another system says back to us, as they are and as they are written in JSON, in addresses
 * and in the header of a sign-in (RFC 7617). `settings`: with secrets under `secretNames`.
 */
export const secretHider = (
  settings: Readonly<Record<string, unknown>>,
  secretNames: readonly string[],
): ((text: string) => string) => {
  const texts = Object.entries(settings).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const secrets = texts.flatMap(([name, value]) =>
    secretNames.includes(name) && value.trim().length >= SHORTEST_SECRET ? [value, value.trim()] : [],
  );
  const names = texts.flatMap(([name, value]) => (secretNames.includes(name) ? [] : [value]));
  const forms = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    ...names.map((name) => Buffer.from(`${name}:${secret}`).toString('base64')),
  ]);
  const found = [...new Set(forms)].toSorted((one, other) => other.length - one.length);
  return (text) => found.reduce((left, form) => left.replaceAll(form, HIDDEN), text);
};
