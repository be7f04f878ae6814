import { isFatal } from '@parvis/domain/rules/fault';
import { judge } from '@parvis/domain/rules/judge';
import { readInvoice } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import {
  type PublishedDocument,
  publishedCorpusIsThere,
  publishedDocuments,
  publishedFile,
} from './corpora.js';

interface Known {
  readonly rules: RegExp;
  readonly where: RegExp;
  readonly reason: string;
}

/** Reviewed. An entry that no document needs any more fails the test. */
const known: readonly Known[] = [
  {
    rules: /^\+BR-17$/,
    where: /ZTESTZUGFERD_1_INVDSS/,
    reason: 'EXTENDED lets the payee be the seller; EN 16931 wants it named only where it is another.',
  },
];

/** Factur-X tests codes and closed elements under numbers of its own; by id it can be compared on the others. */
const isCompared = (id: string): boolean => /^BR-(?!CL-)/.test(id);

interface OurVerdict {
  readonly rules: ReadonlySet<string>;
  /** Model paths that the profile has no place for. */
  readonly closed: readonly string[];
  readonly isFatal: boolean;
}

const ourVerdict = async ({ file }: PublishedDocument): Promise<OurVerdict> => {
  const { invoice, syntax, profile, evidence } = await readInvoice(publishedFile(file), file);
  if (!invoice || syntax === 'pdf' || syntax === 'unknown')
    return { rules: new Set(['unreadable']), closed: [], isFatal: true };
  const found = judge(invoice, {
    syntax,
    ...(profile !== undefined && { profile }),
    ...(evidence && { evidence }),
  });
  return {
    rules: new Set(found.map(({ rule }) => rule).filter(isCompared)),
    closed: found.filter(({ rule }) => rule === 'PV-PROFILE-ELEMENT').map(({ path }) => path),
    isFatal: found.some(isFatal),
  };
};

const checkProfiles = (): void => {
  const documents = publishedDocuments().filter(({ expected }) => expected?.facturx?.result === 'ok');

  it(`get the verdict of their profile, rule by rule (${documents.length})`, async () => {
    const unexplained: string[] = [];
    const needed = new Set<Known>();
    for (const document of documents) {
      const { fatal = [], warning = [] } = document.expected?.facturx ?? {};
      const official = new Set([...fatal, ...warning].filter(isCompared));
      const { rules } = await ourVerdict(document);
      for (const id of [
        ...[...official].filter((rule) => !rules.has(rule)).map((rule) => `-${rule}`),
        ...[...rules].filter((rule) => !official.has(rule)).map((rule) => `+${rule}`),
      ]) {
        const entry = known.find(({ rules: some, where }) => some.test(id) && where.test(document.file));
        if (entry) needed.add(entry);
        else unexplained.push(`${document.file} ${document.profile} ${id}`);
      }
    }
    expect(unexplained).toEqual([]);
    expect(known.filter((entry) => !needed.has(entry))).toEqual([]);
  });

  it('hold what the poorer profiles close, the address of the buyer in MINIMUM first of all', async () => {
    const minimum = documents.filter(({ profile }) => profile === 'MINIMUM');
    expect(minimum.length).toBeGreaterThan(0);
    for (const document of minimum) {
      const isClosed = (document.expected?.facturx?.fired ?? []).some(({ location }) =>
        /BuyerTradeParty\[1\]\/PostalTradeAddress\[1\]$/.test(location),
      );
      const { closed } = await ourVerdict(document);
      expect([document.file, closed.includes('buyer.address')]).toEqual([document.file, isClosed]);
    }
  });

  it('are valid or not as the profiles that hold less than the norm say', async () => {
    for (const document of documents.filter(({ profile }) => /^(MINIMUM|BASIC)/.test(profile ?? ''))) {
      const isRefused = (document.expected?.facturx?.fired ?? []).some(({ flag }) => flag !== 'warning');
      expect([document.file, (await ourVerdict(document)).isFatal]).toEqual([document.file, isRefused]);
    }
  });

  it('find nothing closed in documents that their profile accepts', async () => {
    const accepted = documents.filter(({ expected }) => expected?.facturx?.fired?.length === 0);
    for (const document of accepted) expect((await ourVerdict(document)).closed).toEqual([]);
  });
};

if (publishedCorpusIsThere) describe('published documents of Factur-X', checkProfiles);
else
  it('published corpus not found (../shared/corpus or PARVIS_CORPUS): profiles are NOT checked', (context) =>
    context.skip('published corpus not found: profiles are not checked'));
