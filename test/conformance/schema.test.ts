import { readInvoice } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import {
  type Mutant,
  mutantBytes,
  mutants,
  ourFile,
  type PublishedDocument,
  publishedCorpusIsThere,
  publishedDocuments,
  publishedFile,
} from './corpora.js';
import { bases } from './our-bases.js';

/** What the schema says of a document: rule and element. */
const told = async (bytes: Uint8Array, fileName: string): Promise<string[]> => {
  const { faults } = await readInvoice(bytes, fileName);
  return faults
    .filter(({ rule }) => rule.startsWith('PV-SCHEMA-'))
    .map(({ rule, values }) => `${rule} ${values?.element} in ${values?.parent}`);
};

describe('the order and the number of elements', () => {
  it.each(bases)('are right in %s', async (name) => {
    expect(await told(ourFile(`bases/${name}.xml`), `${name}.xml`)).toEqual([]);
  });

  const done = ({ ops }: Mutant): string | undefined => (ops.length === 1 ? ops[0]?.op : undefined);

  it('are told wherever two neighbours were swapped', async () => {
    const swapped = mutants().filter((mutant) => done(mutant) === 'swap-next');
    const silent: string[] = [];
    for (const mutant of swapped) {
      const found = await told(mutantBytes(mutant), `${mutant.id}.xml`);
      if (found.length !== 1 || !found[0]?.startsWith('PV-SCHEMA-ORDER'))
        silent.push(`${mutant.id}: ${found}`);
    }
    expect(swapped.length).toBeGreaterThan(300);
    expect(silent).toEqual([]);
  });

  it('are right where an element was added that the format has and the norm does not use', async () => {
    const wrong: string[] = [];
    for (const mutant of mutants().filter((one) => done(one) === 'insert')) {
      const found = await told(mutantBytes(mutant), `${mutant.id}.xml`);
      // Some were added without what they must hold.
      wrong.push(...found.filter((fault) => !fault.startsWith('PV-SCHEMA-MISSING')));
    }
    expect(wrong).toEqual([]);
  });
});

/** Whether one of the official schemas accepts it; undefined where none was asked. */
const isAccepted = ({ expected }: PublishedDocument): boolean | undefined => {
  const verdicts = Object.values(expected?.xsd ?? {});
  return verdicts.length === 0 ? undefined : verdicts.some(({ valid }) => valid);
};

const checkPublishedDocuments = (): void => {
  const documents = publishedDocuments().filter(({ syntax }) => /^(ubl|cii|pdf-hybrid)/.test(syntax));

  it(`get the verdict of the official schemas (${documents.length})`, async () => {
    const wrong: string[] = [];
    for (const document of documents) {
      const accepted = isAccepted(document);
      if (accepted === undefined) continue;
      const { faults } = await readInvoice(publishedFile(document.file), document.file);
      const found = faults.filter(({ rule }) => /^PV-(SCHEMA-|READ-REPEATED)/.test(rule));
      const ours = found.every(({ rule }) => !rule.startsWith('PV-SCHEMA-'));
      if (accepted ? !ours : found.length === 0)
        wrong.push(
          `${document.file}: ${found.map(({ rule, location }) => `${rule} ${location}`).join(', ')}`,
        );
    }
    expect(wrong).toEqual([]);
  });
};

if (publishedCorpusIsThere) describe('published documents', checkPublishedDocuments);
else
  it('published corpus not found (../shared/corpus or PARVIS_CORPUS): its order is NOT checked', (context) =>
    context.skip('published corpus not found: its order is not checked'));
