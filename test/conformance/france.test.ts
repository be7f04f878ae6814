import { franceAsPublished } from '@parvis/domain/rules/france/france';
import { judge } from '@parvis/domain/rules/judge';
import { readInvoice } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import {
  type PublishedDocument,
  publishedCorpusIsThere,
  publishedDocuments,
  publishedFile,
} from './corpora.js';

/** Reviewed: documents on which we mean to differ from the published French rules. None so far. */
const known: readonly { readonly rules: RegExp; readonly where: RegExp; readonly reason: string }[] = [];

/** Published ids name a term after the rule: `BR-FR-01_BT-1`. */
const ruleOf = (id: string): string => id.split('_')[0] ?? id;

/** What no published file judges: Chorus Pro applies these itself. */
const isPublished = (id: string): boolean => !id.startsWith('BR-FR-CPRO-');

const ourVerdict = async ({ file }: PublishedDocument): Promise<ReadonlySet<string>> => {
  const { invoice, syntax, profile, evidence } = await readInvoice(publishedFile(file), file);
  if (!invoice || syntax === 'pdf' || syntax === 'unknown') return new Set(['unreadable']);
  const context = { syntax, ...(profile !== undefined && { profile }), ...(evidence && { evidence }) };
  return new Set(
    judge(invoice, context, [franceAsPublished])
      .map(({ rule }) => rule)
      .filter(isPublished),
  );
};

const checkFrance = (): void => {
  const documents = publishedDocuments().filter(({ expected }) => expected?.frFlux2?.result === 'ok');

  it(`get the verdict of the French rules, rule by rule (${documents.length})`, async () => {
    const unexplained: string[] = [];
    for (const document of documents) {
      const { fatal = [], warning = [] } = document.expected?.frFlux2 ?? {};
      const official = new Set([...fatal, ...warning].map(ruleOf));
      const ours = await ourVerdict(document);
      const differences = [
        ...[...official].filter((id) => !ours.has(id)).map((id) => `-${id}`),
        ...[...ours].filter((id) => !official.has(id)).map((id) => `+${id}`),
      ];
      unexplained.push(
        ...differences
          .filter((id) => !known.some(({ rules, where }) => rules.test(id) && where.test(document.file)))
          .map((id) => `${document.file} ${id}`),
      );
    }
    expect(unexplained).toEqual([]);
  });

  it('are judged to the end in the French extension', async () => {
    const extended = publishedDocuments().filter(({ expected }) => expected?.frExtended);
    expect(extended.length).toBeGreaterThan(0);
    for (const document of extended) expect(await ourVerdict(document)).not.toContain('unreadable');
  });
};

if (publishedCorpusIsThere) describe('published French documents', checkFrance);
else
  it('published corpus not found (../shared/corpus or PARVIS_CORPUS): French documents are NOT checked', (context) =>
    context.skip('published corpus not found: French documents are not checked'));
