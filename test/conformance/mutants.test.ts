import { describe, expect, it } from 'vitest';
import { type Mutant, mutantBytes, mutants } from './corpora.js';
import { ourVerdict, unexplained } from './verdict.js';

const byBase = Map.groupBy(mutants(), ({ base }) => base);

/** What was done to the document, for whoever reads a failure. */
const howMade = ({ ops }: Mutant): string =>
  ops.map(({ op, path, detail }) => `${op} ${path} ${detail}`.trim()).join(' & ');

describe.each([...byBase])('mutants of %s', (_base, documents) => {
  it(`get the official verdict, rule by rule (${documents.length})`, async () => {
    const wrong: string[] = [];
    for (const mutant of documents) {
      const ours = await ourVerdict(mutantBytes(mutant), `${mutant.id}.xml`);
      for (const found of unexplained(mutant.id, mutant, ours))
        wrong.push(`${mutant.id} ${found}: ${howMade(mutant)}`);
    }
    expect(wrong).toEqual([]);
  });
});
