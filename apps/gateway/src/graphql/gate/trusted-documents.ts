/** Whether requests of one's own making are answered beside those of our apps. */
export type TrustedDocumentsPolicy = 'only' | 'prefer' | 'off';

/** The documents of our own apps: what they may ask is decided when they are built. */
export interface TrustedDocuments {
  readonly policy: TrustedDocumentsPolicy;
  find(hash: string): string | undefined;
}

/** Manifests map the hash that an app sends to the text it stands for. */
export const trustedDocuments = (
  policy: TrustedDocumentsPolicy,
  manifests: readonly Readonly<Record<string, string>>[],
): TrustedDocuments => {
  const known = new Map(manifests.flatMap((manifest) => Object.entries(manifest)));
  return { policy, find: (hash) => (policy === 'off' ? undefined : known.get(hash)) };
};
