import { syntaxRules } from '@parvis/domain/rules/en16931/syntax/syntax-rules';
import { readInvoice } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import {
  type Mutant,
  mutantBytes,
  mutants,
  publishedCorpusIsThere,
  publishedDocuments,
  publishedFile,
  publishedRuleTests,
  type Verdict,
} from './corpora.js';

const ids: ReadonlySet<string> = new Set(syntaxRules.map(({ id }) => id));

/** `-UBL-CR-001 warning` where the official files fire and we do not, `+…` the other way round; severities count. */
const differences = async (bytes: Uint8Array, fileName: string, official: Verdict): Promise<string[]> => {
  const { evidence } = await readInvoice(bytes, fileName);
  if (!evidence) return ['not read'];
  const ours = new Set(evidence.syntax.map(({ rule, severity }) => `${rule} ${severity}`));
  const theirs = new Set([
    ...official.fatal.filter((id) => ids.has(id)).map((id) => `${id} fatal`),
    ...official.warning.filter((id) => ids.has(id)).map((id) => `${id} warning`),
  ]);
  return [
    ...[...theirs].filter((found) => !ours.has(found)).map((found) => `-${found}`),
    ...[...ours].filter((found) => !theirs.has(found)).map((found) => `+${found}`),
  ];
};

const byBase = Map.groupBy(mutants(), ({ base }) => base);
const howMade = ({ ops }: Mutant): string => ops.map(({ op, path }) => `${op} ${path}`).join(' & ');

describe.each([...byBase])('syntax rules on mutants of %s', (_base, documents) => {
  it('fire where the official ones do, and nowhere else', async () => {
    const wrong: string[] = [];
    for (const mutant of documents.filter(({ result }) => result === 'ok'))
      for (const difference of await differences(mutantBytes(mutant), `${mutant.id}.xml`, mutant))
        wrong.push(`${mutant.id} ${difference}: ${howMade(mutant)}`);
    expect(wrong).toEqual([]);
  });
});

const checkPublished = (): void => {
  it('fire on published documents and rule cases where the official ones do', async () => {
    const documents = [
      ...publishedDocuments().flatMap(({ file, expected }) =>
        expected?.en16931 ? [{ file, ...expected.en16931 }] : [],
      ),
      ...publishedRuleTests(),
    ].filter(({ result }) => result === 'ok');
    const wrong: string[] = [];
    for (const { file, ...official } of documents)
      for (const difference of await differences(publishedFile(file), file, official))
        wrong.push(`${file} ${difference}`);
    expect(wrong).toEqual([]);
  });
};

if (publishedCorpusIsThere) describe('syntax rules', checkPublished);
else
  it('published corpus not found (../shared/corpus or PARVIS_CORPUS): the syntax rules are NOT checked on it', (context) =>
    context.skip('published corpus not found: its documents are not checked'));
