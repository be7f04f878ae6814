/**
 * A document on which we differ from the official rule files because they, or the sample, are wrong. Reviewed: an entry
 * that no document needs any more fails the test, so that the list only shrinks.
 */
export interface KnownDisagreement {
  /** The id of a mutant, or the file of a published document. */
  readonly document: string;
  /** `-BR-29 fatal` (official only) or `+BR-03 fatal` (ours only). */
  readonly disagreement: string;
  readonly reason: string;
}

/** None: the quirks of the artefacts are known, and imitated where they are judged by. */
export const knownDisagreements: readonly KnownDisagreement[] = [];

export const isKnown = (document: string, disagreement: string): boolean => {
  const known = knownDisagreements.filter((entry) => entry.document === document);
  return known.some((entry) => entry.disagreement === disagreement);
};

/** Entries of a document that agrees after all. */
export const outlived = (document: string, found: readonly string[]): string[] =>
  knownDisagreements
    .filter((entry) => entry.document === document && !found.includes(entry.disagreement))
    .map(({ disagreement }) => `${disagreement} is known no more: strike it off the list`);
