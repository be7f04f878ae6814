import type { Principal } from '@parvis/domain/access/actor';
import type { AccessTraceEntry } from '../access/access-trace.js';

export const settingsActs = [
  'settings.changed',
  'service.added',
  'service.changed',
  'service.closed',
  'service.reopened',
  'services.imported',
  'engagements.imported',
  'engagement.settings.changed',
] as const;

/** What was done to the links to accounting systems, for those who may read of them. */
export const connectionActs = [
  'connection.added',
  'connection.changed',
  'connection.paused',
  'connection.resumed',
  'connection.removed',
  'connection.retried',
  'connection.replayed',
] as const;

export type SettingsAct = (typeof settingsActs)[number];

/** One value before and after; null where there was none. */
export interface ValueChange {
  /** A path: `requirements.serviceCode`, `contact.email`. */
  readonly field: string;
  readonly before: Plain;
  readonly after: Plain;
}

type Plain = string | number | boolean | null;

/** What differs between two values of one shape, field by field. */
export const changesBetween = (before: object, after: object): ValueChange[] => {
  const [was, is] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
};

const leavesOf = (value: object, under = ''): [string, Plain][] =>
  Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    if (part === undefined) return [];
    if (typeof part === 'object' && part !== null) return leavesOf(part, `${under}${key}.`);
    return [[under + key, part as Plain]];
  });

export interface TracedChange {
  readonly structureId: string;
  readonly at: Date;
  readonly by: Principal;
  readonly act: SettingsAct;
  /** The code of the service; empty for the entity itself. */
  readonly subject: string;
  readonly changes: readonly ValueChange[];
}

export const traceOf = ({ structureId, at, by, act, subject, changes }: TracedChange): AccessTraceEntry => ({
  structureId,
  at,
  byUserId: by.userId,
  byName: by.name,
  act,
  subject,
  details: { changes },
});
