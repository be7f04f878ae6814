/** granted: two have approved, and the former managers may still object. */
export const claimStates = ['waiting', 'granted', 'effective', 'refused', 'objected', 'withdrawn'] as const;

export type ClaimState = (typeof claimStates)[number];

/** Somebody claims the management of a structure whose managers are gone, with a proof. */
export interface OwnershipClaim {
  readonly id: string;
  readonly structureId: string;
  readonly userId: string;
  readonly state: ClaimState;
  readonly explanation: string;
  readonly proof: ClaimProof;
  readonly claimedAt: Date;
  /** Once granted: when the person becomes main manager unless a former manager objects. */
  readonly effectiveAt?: Date;
  readonly closedAt?: Date;
  /** Why it was refused or objected to. */
  readonly reason?: string;
}

export interface ClaimProof {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface ClaimVote {
  readonly byUserId: string;
  readonly byName: string;
  readonly approves: boolean;
  readonly reason: string;
  readonly votedAt: Date;
}

export interface ClaimShown extends OwnershipClaim {
  readonly name: string;
  readonly email: string;
  readonly structureName: string;
  /** In the order of voting. */
  readonly votes: readonly ClaimVote[];
}

export interface ClaimStore {
  /** Fails when one is open for this structure. */
  add(claim: OwnershipClaim): Promise<void>;
  find(structureId: string, id: string): Promise<ClaimShown | undefined>;
  /** The same, which nobody else changes until the unit of work ends. */
  findForChange(structureId: string, id: string): Promise<ClaimShown | undefined>;
  save(claim: OwnershipClaim): Promise<void>;
  /** False when this person has voted already. */
  addVote(structureId: string, id: string, vote: ClaimVote): Promise<boolean>;
  /** Open ones first, then the newest; twenty at most. */
  ofStructure(structureId: string): Promise<ClaimShown[]>;
  ofUser(userId: string): Promise<ClaimShown[]>;
  /** Those nobody decided yet, of every structure, oldest first; fifty at most. */
  waiting(): Promise<ClaimShown[]>;
  /** Granted ones whose time to object is over. */
  dueAt(moment: Date): Promise<ClaimShown[]>;
}
