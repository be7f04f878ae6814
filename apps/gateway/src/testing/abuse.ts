/** A request that nobody with good intentions sends, as it goes over the wire. */
export interface Abuse {
  readonly kind: string;
  readonly method?: 'GET';
  readonly contentType?: string;
  readonly body: string;
  /** The code of the refusal; null where a library answers in its own words. */
  readonly refusal: string | null;
}

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

const deeper = (levels: number): string =>
  levels === 0 ? '{ id }' : `{ deliveries { invoice ${deeper(levels - 1)} } }`;

const json = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });

const LIST = 'query ($n: Int) { invoices(side: SUPPLIER, first: $n) { edges { node { id } } } }';

/** `size` from 0 up: each kind a little larger every time. */
type Kind = (size: number) => Omit<Abuse, 'kind'>;

const tooLarge = (body: string): Omit<Abuse, 'kind'> => ({ body, refusal: 'request-too-large' });

const kinds: Readonly<Record<string, Kind>> = {
  depth: (size) => tooLarge(json(`{ invoice(id: "x") ${deeper(8 + size)} }`)),
  'root fields': (size) =>
    tooLarge(json(`{ ${times(13 + size, () => 'viewer { id } viewer2: viewer { id }')} }`)),
  aliases: (size) => tooLarge(json(`{ viewer { ${times(31 + 30 * size, (n) => `a${n}: id`)} } }`)),
  'aliased sign-in': (size) =>
    tooLarge(
      json(
        `mutation { ${times(13 + size, (n) => `a${n}: signIn(input: { email: "a@b.invalid", password: "${n}" }) { __typename }`)} }`,
      ),
    ),
  directives: (size) => tooLarge(json(`{ viewer { id ${'@skip(if: false) '.repeat(31 + 20 * size)} } }`)),
  'unknown directives': (size) => tooLarge(json(`query ${'@a '.repeat(100 + 100 * size)} { viewer { id } }`)),
  'long text': (size) => tooLarge(json(`{ viewer { ${'id '.repeat(3000 + 1000 * size)} } }`)),
  'long comment': (size) => tooLarge(json(`{ viewer { id } } #${'x'.repeat(100_000 * (size + 1))}`)),
  'many fields': (size) =>
    tooLarge(
      json(`{ viewer { ...F } viewer { ...F } } fragment F on Viewer { ${'id '.repeat(600 + 50 * size)} }`),
    ),
  'doubling fragments': (size) =>
    tooLarge(
      json(
        `{ viewer { ...F0 } } ${times(20 + size, (n) => `fragment F${n} on Viewer { id ...F${n + 1} ...F${n + 1} }`)} fragment F${20 + size} on Viewer { id }`,
      ),
    ),
  cost: (size) =>
    tooLarge(
      json(
        `{ invoices(side: SUPPLIER, first: 100) { edges { node { ${times(6 + size, (n) => `t${n}: timeline { documents { id } }`)} } } } }`,
      ),
    ),
  'page size': (size) => ({
    body: json(`{ invoices(side: SUPPLIER, first: ${10 ** (size + 3)}) { edges { cursor } } }`),
    refusal: 'page-size-refused',
  }),
  'page size by variable': (size) => ({ body: json(LIST, { n: 101 + size }), refusal: 'page-size-refused' }),
  batch: (size) => ({
    body: `[${Array.from({ length: 2 + 50 * size }, () => json('{ viewer { id } }')).join(',')}]`,
    refusal: 'batch-refused',
  }),
  'by address': () => ({ method: 'GET', body: '', refusal: 'method-refused' }),
  'large body': (size) => ({
    body: json('{ viewer { id } }', { x: 'x'.repeat(1_600_000 + 100_000 * size) }),
    refusal: 'body-too-large',
  }),
  'null character': () => ({
    body: '{"query":"{ viewer { id } }","variables":{"a":"\\u0000"}}',
    refusal: 'null-character',
  }),
  'not JSON': (size) => ({ body: `{"query":${'['.repeat(1000 * (size + 1))}`, refusal: 'body-not-json' }),
  'a stored request nobody stored': (size) => ({
    body: JSON.stringify({
      extensions: { persistedQuery: { version: 1, sha256Hash: `${size}`.repeat(64) } },
    }),
    refusal: 'document-unknown',
  }),
  'a form': () => ({ contentType: 'text/plain', body: json('{ viewer { id } }'), refusal: null }),
  'a circle': (size) => ({
    body: json(
      `{ viewer { ...A0 } } ${times(2 + size, (n) => `fragment A${n} on Viewer { id ...A${(n + 1) % (2 + size)} }`)}`,
    ),
    refusal: null,
  }),
  'circular introspection': (size) => ({
    body: json(
      `{ __schema { types { ${'fields { type { '.repeat(3 + size)} name ${'} } '.repeat(3 + size)} } } }`,
    ),
    refusal: null,
  }),
  'guesses at names': (size) => ({
    body: json(`{ viewer { ${times(200 + 50 * size, (n) => `id${n}`)} } }`),
    refusal: null,
  }),
  'many fields of one name': (size) => ({
    body: json(
      `{ ${'viewer { id } '.repeat(10)} viewer { ${'memberships { role } '.repeat(280 + size)} nothing } }`,
    ),
    refusal: 'request-too-large',
  }),
};

/** Five of each kind. */
export const abuses: readonly Abuse[] = Object.entries(kinds).flatMap(([kind, make]) =>
  [0, 1, 2, 3, 4].map((size) => ({ kind, ...make(size) })),
);

export const sendAbuse = (
  url: string,
  {
    method = 'POST' as const,
    contentType = 'application/json',
    body,
  }: {
    readonly method?: 'GET' | 'POST';
    readonly contentType?: string;
    readonly body: string;
  },
): Promise<Response> =>
  method === 'GET'
    ? fetch(`${url}/graphql?query=%7Bviewer%7Bid%7D%7D`, { headers: { 'apollo-require-preflight': 'true' } })
    : fetch(`${url}/graphql`, { method, headers: { 'content-type': contentType }, body });
