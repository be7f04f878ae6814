import { readFileSync } from 'node:fs';
import { judge } from '@parvis/domain/rules/judge';
import { readInvoice } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import { mutantBytes, mutants, ourFile } from '../corpora.js';
import { type OfficialRule, officialRules } from '../official-rules.js';

/** A document that a rule rejects: one of our mutants, or a base with a patch. Written by `make-cases.mjs`. */
interface Case {
  readonly rule: string;
  readonly syntax: 'ubl' | 'cii';
  readonly mutant?: string;
  readonly base?: string;
  readonly at?: number;
  readonly cut?: number;
  readonly add?: string;
  /** Every rule that the patched base breaks. */
  readonly fires?: readonly string[];
  /** A mutant that the rule accepts, where the base itself breaks it. */
  readonly accepted?: string;
}

interface Cases {
  /** Our valid documents, and the warnings that stand in them. */
  readonly bases: Readonly<Record<string, readonly string[]>>;
  readonly cases: readonly Case[];
}

const { bases, cases }: Cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));
const known = new Map(mutants().map((mutant) => [mutant.id, mutant]));
const officialIds = new Set(officialRules.map(({ id }) => id));

const mutantNamed = (id: string) => {
  const mutant = known.get(id);
  if (!mutant) throw new Error(`No mutant ${id}.`);
  return mutant;
};

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();

const officialVerdict = (id: string): string[] => {
  const { fatal, warning } = mutantNamed(id);
  return sorted([...fatal, ...warning]);
};

const brokenIn = async (bytes: Uint8Array): Promise<string[] | undefined> => {
  const { invoice, syntax, evidence } = await readInvoice(bytes, 'case.xml');
  if (!invoice || syntax === 'pdf' || syntax === 'unknown') return undefined;
  const found = judge(invoice, {
    syntax,
    profile: 'urn:cen.eu:en16931:2017',
    ...(evidence && { evidence }),
  });
  return sorted(found.map(({ rule }) => rule).filter((rule) => officialIds.has(rule)));
};

const rejected = ({ mutant, base = '', at = 0, cut = 0, add = '' }: Case): Uint8Array =>
  mutantBytes(mutant === undefined ? { base: `${base}.xml`, at, cut, add } : mutantNamed(mutant));

const baseOf = ({ base, mutant = '' }: Case): string => base ?? mutant.replace(/\/.*/, '');

const firesIn = ({ neverFires = [], ...severities }: OfficialRule): ('ubl' | 'cii')[] =>
  (['ubl', 'cii'] as const).filter((syntax) => severities[syntax] && !neverFires.includes(syntax));

describe('the cases of the official rules', () => {
  it('leave out none, in either syntax', () => {
    const covered = new Set(cases.map(({ rule, syntax }) => `${rule} ${syntax}`));
    const wanted = officialRules.flatMap((rule) => firesIn(rule).map((syntax) => `${rule.id} ${syntax}`));
    expect(wanted.filter((each) => !covered.has(each))).toEqual([]);
  });

  it.each(Object.entries(bases))('accept %s but for what stands in it', async (base, standing) => {
    expect(await brokenIn(ourFile(`mutants/bases/${base}.xml`))).toEqual(sorted(standing));
  });

  it.each(cases)('$rule is broken in $syntax by what must break it, and by nothing else', async (each) => {
    const expected = each.mutant === undefined ? sorted(each.fires ?? []) : officialVerdict(each.mutant);
    expect(expected).toContain(each.rule);
    expect(await brokenIn(rejected(each))).toEqual(expected);
  });

  it.each(cases)('$rule accepts in $syntax the same document without the fault', async (each) => {
    if (each.accepted === undefined) expect(bases[baseOf(each)]).not.toContain(each.rule);
    else expect(await brokenIn(mutantBytes(mutantNamed(each.accepted)))).not.toContain(each.rule);
  });
});
