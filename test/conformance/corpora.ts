import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ours = fileURLToPath(new URL('../corpus/', import.meta.url));

/** The published documents, which are not the project's to keep: beside it, or where PARVIS_CORPUS says. */
const published =
  process.env.PARVIS_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

export const publishedCorpusIsThere = existsSync(path.join(published, 'index.json'));

export const ourFile = (name: string): Uint8Array => readFileSync(path.join(ours, name));
export const publishedFile = (name: string): Uint8Array => readFileSync(path.join(published, name));

/** Our own invoices in XML, the attacks left out. */
export const ourXmlFiles = (): readonly string[] =>
  ['bases', 'journey'].flatMap((folder) =>
    readdirSync(path.join(ours, folder))
      .filter((name) => name.endsWith('.xml'))
      .map((name) => `${folder}/${name}`),
  );

export interface Attack {
  readonly file: string;
  readonly kind: string;
  readonly expect: 'reject' | 'accept' | 'refuse-or-accept';
  readonly same_as?: string;
}

export const attacks = (): readonly Attack[] => parse(ourFile('attacks/index.json'));

export interface JourneyFile {
  readonly file: string;
  readonly syntax: string;
  readonly number?: string;
  readonly rules: readonly string[];
}

export const journeyFiles = (): readonly JourneyFile[] => parse(ourFile('journey/index.json'));

/** A base with one or two faults, and what the official rules say of it. */
export interface Mutant {
  readonly id: string;
  readonly base: string;
  readonly ops: readonly { readonly op: string; readonly path: string; readonly detail: string }[];
  readonly result: 'ok' | 'error';
  readonly fatal: readonly string[];
  readonly warning: readonly string[];
  readonly at: number;
  readonly cut: number;
  readonly add: string;
}

export const mutants = (): readonly Mutant[] =>
  gunzipSync(ourFile('mutants/mutants.jsonl.gz'))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Mutant);

const bases = new Map<string, string>();

/** A base with a patch. */
export const mutantBytes = ({
  base,
  at,
  cut,
  add,
}: Pick<Mutant, 'base' | 'at' | 'cut' | 'add'>): Uint8Array => {
  const text = bases.get(base) ?? new TextDecoder().decode(ourFile(`mutants/bases/${base}`));
  bases.set(base, text);
  return new TextEncoder().encode(text.slice(0, at) + add + text.slice(at + cut));
};

export interface Verdict {
  readonly result: 'ok' | 'error';
  readonly fatal: readonly string[];
  readonly warning: readonly string[];
  /** Of published documents: every violation, with its place. */
  readonly fired?: readonly { readonly location: string; readonly flag?: string | null }[];
}

export interface PublishedDocument {
  readonly file: string;
  readonly syntax: string;
  readonly xmlSyntax?: string;
  readonly document?: Readonly<Record<string, string | number>>;
  readonly totals?: Readonly<Record<string, string>>;
  readonly profile?: string;
  readonly pdf?: {
    readonly xmp?: Readonly<Record<string, string>>;
    readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
    readonly invoiceAttachment?: string;
  };
  readonly expected?: {
    readonly en16931?: Verdict;
    readonly facturx?: Verdict;
    readonly frFlux2?: Verdict;
    readonly frExtended?: Verdict;
    /** By the schema: UBL 2.1, CII D16B, CII D22B. */
    readonly xsd?: Readonly<Record<string, { readonly valid: boolean }>>;
  };
}

export const publishedDocuments = (): readonly PublishedDocument[] =>
  publishedCorpusIsThere ? parse(publishedFile('index.json')) : [];

/** Documents cut out of the official rule tests: bare fragments, and the same laid over a complete invoice. */
export const publishedRuleTests = (): readonly (Verdict & { readonly file: string })[] => {
  if (!publishedCorpusIsThere) return [];
  const tests: readonly Readonly<Record<string, unknown>>[] = parse(publishedFile('rules/index.json'));
  return tests.flatMap(({ raw, complete }) => [raw, complete].filter(isRuleTest));
};

const isRuleTest = (value: unknown): value is Verdict & { readonly file: string } =>
  typeof value === 'object' && value !== null && 'file' in value && 'fatal' in value;

const parse = <Value>(bytes: Uint8Array): Value => JSON.parse(new TextDecoder().decode(bytes)) as Value;
