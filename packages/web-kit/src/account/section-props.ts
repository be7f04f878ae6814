import type { ProtectionPartsFragment } from '../gql/graphql.js';

export interface SectionProps {
  readonly protection: ProtectionPartsFragment;
  /** `newCodes`: recovery codes to be shown once; mostly none. */
  readonly onChanged: (protection: ProtectionPartsFragment, newCodes: readonly string[]) => void;
}

/** How many second factors there are: a password counts for none. */
export const factorsOf = ({ passkeys, totpSince }: ProtectionPartsFragment): number =>
  passkeys.length + (totpSince ? 1 : 0);
