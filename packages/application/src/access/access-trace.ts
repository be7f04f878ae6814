import type { Act } from '@parvis/domain/access/acts';

/** One change of what somebody may do, or of what a structure is and demands: written once, never changed. */
export interface AccessTraceEntry {
  readonly structureId: string;
  readonly at: Date;
  /** Null: the platform itself. */
  readonly byUserId: string | null;
  /** As it was then. */
  readonly byName: string;
  readonly act: Act;
  /** Who or what it was done to, in words. */
  readonly subject: string;
  /** Values before and after, as plain JSON. */
  readonly details: TraceDetails;
  /** As its author wrote it. */
  readonly reason?: string;
}

export type TraceDetails = Readonly<Record<string, unknown>>;

export interface RecordedTrace extends AccessTraceEntry {
  readonly id: string;
}

export interface TraceWindow {
  /** Only acts of these codes. */
  readonly acts?: readonly Act[];
  readonly limit: number;
  /** A cursor of the page before. */
  readonly after?: string;
}

export interface TracePage {
  readonly entries: readonly RecordedTrace[];
  readonly next: string | undefined;
  /** For each entry: pass it to get what follows. */
  readonly cursors: readonly string[];
}

/** Who gave what to whom, when and why; append-only. */
export interface AccessTrace {
  /** In the unit of work of the change it tells of. */
  record(entry: AccessTraceEntry): Promise<void>;
  /** Newest first. Throws a RangeError for a cursor that no page gave. */
  page(structureId: string, window: TraceWindow): Promise<TracePage>;
}
