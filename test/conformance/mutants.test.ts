import { describe, expect, it } from 'vitest';
import { type Mutant, mutantBytes, mutants } from './corpora.js';
import { knownOnMutants, knownSilent } from './known-disagreements.js';
import { disagreements, ourVerdict } from './verdict.js';

const byBase = Map.groupBy(mutants(), ({ base }) => base);
const needed = new Set<unknown>();

/** `delete:Parent/Child:detail`, one for each thing that was done. */
const signatureOf = ({ ops }: Mutant): string =>
  ops
    .map(({ op, path, detail }) => {
      const steps = path.replaceAll(/\[\d+\]/g, '').split('/');
      return `${op}:${steps.slice(-3).join('/')}:${detail}`;
    })
    .join(' & ');

/** Of the reviewed kinds of disagreement those that explain this one. */
const explains = (rule: string, signature: string): boolean => {
  const found = knownOnMutants.find(({ rules, where }) => rules.test(rule) && where.test(signature));
  needed.add(found);
  return found !== undefined;
};

describe.each([...byBase])('mutants of %s', (_base, documents) => {
  it(`get the official verdict, rule by rule (${documents.length})`, async () => {
    const unexplained: string[] = [];
    for (const mutant of documents.filter(({ result }) => result === 'ok')) {
      const { fatal, readable } = await ourVerdict(mutantBytes(mutant), `${mutant.id}.xml`);
      const signature = signatureOf(mutant);
      if (!readable) unexplained.push(`${mutant.id} not read: ${signature}`);
      for (const rule of disagreements(mutant.fatal, fatal))
        if (!explains(rule, signature)) unexplained.push(`${mutant.id} ${rule} ${signature}`);
    }
    expect(unexplained).toEqual([]);
  });

  it('are reported where the official rules stop without a verdict', async () => {
    const silent: string[] = [];
    for (const mutant of documents.filter(({ result }) => result === 'error')) {
      const { fatal, reading, readable } = await ourVerdict(mutantBytes(mutant), `${mutant.id}.xml`);
      if (!readable || reading.length > 0 || fatal.size > 0) continue;
      const known = knownSilent.find(({ where }) => where.test(signatureOf(mutant)));
      needed.add(known);
      if (!known) silent.push(`${mutant.id} ${signatureOf(mutant)}`);
    }
    expect(silent).toEqual([]);
  });
});

describe('the list of known disagreements', () => {
  it('holds nothing that no mutant needs', () => {
    expect([...knownOnMutants, ...knownSilent].filter((entry) => !needed.has(entry))).toEqual([]);
  });
});
