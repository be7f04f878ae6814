/** chorus-pro: EN_COURS_DE_VALIDATION, VALIDEE, REFUSEE; and those taken back or never answered. */
export const joinRequestStates = ['waiting', 'approved', 'refused', 'withdrawn', 'expired'] as const;

export type JoinRequestState = (typeof joinRequestStates)[number];

/** Somebody asks to belong to a structure. */
export interface JoinRequest {
  readonly id: string;
  readonly structureId: string;
  readonly userId: string;
  readonly state: JoinRequestState;
  readonly message?: string;
  readonly askedAt: Date;
  /** Unanswered until then, it ends by itself. */
  readonly expiresAt: Date;
  /** When the first manager opened it. */
  readonly seenAt?: Date;
  readonly seenByName?: string;
  /** When the person last reminded the managers. */
  readonly remindedAt?: Date;
  readonly decidedAt?: Date;
  readonly decidedByName?: string;
  /** Why it was refused; the person reads it. */
  readonly reason?: string;
}

/** A request with who asks, and for what. */
export interface JoinRequestShown extends JoinRequest {
  readonly name: string;
  readonly email: string;
  readonly structureName: string;
}

export interface JoinRequestWindow {
  readonly states: readonly JoinRequestState[];
  readonly limit: number;
  /** A cursor of the page before. */
  readonly after?: string;
}

export interface JoinRequestPage {
  readonly requests: readonly JoinRequestShown[];
  readonly next: string | undefined;
  readonly cursors: readonly string[];
}

export interface JoinRequestStore {
  /** Fails when the person has an open request to this structure already. */
  add(request: JoinRequest): Promise<void>;
  find(structureId: string, id: string): Promise<JoinRequestShown | undefined>;
  /** The same, which nobody else changes until the unit of work ends. */
  findForChange(structureId: string, id: string): Promise<JoinRequestShown | undefined>;
  findOpen(userId: string, structureId: string): Promise<JoinRequest | undefined>;
  save(request: JoinRequest): Promise<void>;
  /** Oldest first. Throws a RangeError for a cursor that no page gave. */
  ofStructure(structureId: string, window: JoinRequestWindow): Promise<JoinRequestPage>;
  countWaiting(structureId: string): Promise<number>;
  /** The newest first, fifty at most. */
  ofUser(userId: string): Promise<JoinRequestShown[]>;
  /** Waiting ones of every structure asked from one moment to another, the last included, oldest first. */
  waitingAsked(from: Date, to: Date): Promise<JoinRequestShown[]>;
}
