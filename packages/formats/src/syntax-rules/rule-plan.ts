import {
  type AttributeIs,
  below,
  type Judged,
  type Reads,
  type Seen,
  type SyntaxRule,
} from '@parvis/domain/rules/en16931/syntax/syntax-rule';
import type { Syntax } from '@parvis/domain/rules/rule';
import { depthOf, parsePath } from './element-pattern.js';

/** Depth of the element where something is gathered, counted upwards from the element found. */
export type Up = number | 'document';

/** What is done where a path leads. */
export type Deed =
  | { readonly kind: 'open'; readonly gathering: Gathering }
  | {
      readonly kind: 'count';
      readonly gathering: Gathering;
      readonly slot: number;
      readonly up: Up;
      readonly to: number;
    }
  | {
      readonly kind: 'gather';
      readonly gathering: Gathering;
      readonly slot: number;
      readonly up: Up;
      readonly text: boolean;
    }
  | { readonly kind: 'absent'; readonly rule: SyntaxRule; readonly up: Up }
  | {
      readonly kind: 'text';
      readonly rule: SyntaxRule;
      readonly when: AttributeIs | undefined;
      readonly holds: (text: string) => boolean;
    }
  /** Undoes what `rule` would do at the same place. */
  | { readonly kind: 'except'; readonly rule: SyntaxRule };

export interface PlannedDeed {
  /** From the document element, as rules write it; at its end possibly an attribute. */
  readonly path: string;
  readonly deed: Deed;
}

/** What is gathered between the opening and the closing of an element, and what is asked of it then. */
export interface Gathering {
  /** How many slots there are of each kind. */
  counts: number;
  texts: number;
  sums: number;
  readonly checks: Check[];
}

export type Check =
  | {
      readonly kind: 'count';
      readonly rule: SyntaxRule;
      readonly slot: number;
      readonly from: number;
      readonly to: number;
      readonly of: string;
    }
  | {
      readonly kind: 'sum';
      readonly rule: SyntaxRule;
      readonly slot: number;
      readonly to: number;
      readonly of: string;
    }
  | {
      readonly kind: 'reading';
      readonly rule: SyntaxRule;
      readonly own: Slots;
      /** Read from the document element, and so known at the end only. */
      readonly document: Slots;
      /** Whether it holds where nothing it wants to see is there: true of most, and of most elements. */
      readonly holdsUnseen: boolean;
      readonly holds: (seen: Seen, of: Judged) => boolean;
    }
  | {
      readonly kind: 'add';
      readonly own: Slots;
      readonly adds: (seen: Seen) => number;
      readonly to: Gathering;
      readonly slot: number;
      readonly up: Up;
      /** Beyond which the sum is too much. */
      readonly limit: number;
    };

export type Slots = readonly { readonly name: string; readonly slot: number }[];

export interface RulePlan {
  readonly syntax: Syntax;
  readonly deeds: readonly PlannedDeed[];
}

/** Brings the rules of one syntax into the form they are judged in: patterns, each with what is done where it fits. */
export const planRules = (syntax: Syntax, rules: readonly SyntaxRule[]): RulePlan => {
  const deeds: PlannedDeed[] = [];
  const gatherings = new Map<string, Gathering>();
  /** Count and text slots are shared by rules that want the same of the same element. */
  const slots = new Map<string, number>();

  const on = (path: string, deed: Deed): void => {
    deeds.push({ path, deed });
  };
  const gatheringAt = (path: string): Gathering => {
    const known = gatherings.get(path);
    if (known) return known;
    const gathering: Gathering = { counts: 0, texts: 0, sums: 0, checks: [] };
    gatherings.set(path, gathering);
    on(path, { kind: 'open', gathering });
    return gathering;
  };
  const countSlot = (within: string, of: string, to: number): number => {
    const key = `${within} # ${to} ${of}`;
    const known = slots.get(key);
    if (known !== undefined) return known;
    const gathering = gatheringAt(within);
    const slot = gathering.counts++;
    slots.set(key, slot);
    on(below(within, of), { kind: 'count', gathering, slot, up: upOf(of), to });
    return slot;
  };
  const textSlot = (within: string, of: string): number => {
    const key = `${within} = ${of}`;
    const known = slots.get(key);
    if (known !== undefined) return known;
    const gathering = gatheringAt(within);
    const slot = gathering.texts++;
    slots.set(key, slot);
    const path = of.replace(/^\?/, '');
    const place = below(within, path);
    const text = !of.startsWith('?') && parsePath(place).attribute === undefined;
    on(place, { kind: 'gather', gathering, slot, up: upOf(path), text });
    return slot;
  };
  const slotsOf = (within: string, reads: Reads): Slots =>
    Object.entries(reads).map(([name, path]) => ({ name, slot: textSlot(within, path) }));

  const plan = (rule: SyntaxRule, within: string): void => {
    const { asks } = rule;
    switch (asks.kind) {
      case 'absent': {
        on(below(within, asks.path), { kind: 'absent', rule, up: upOf(asks.path) });
        for (const other of rule.except ?? []) on(below(other, asks.path), { kind: 'except', rule });
        return;
      }
      case 'text': {
        on(within, { kind: 'text', rule, when: asks.when, holds: asks.holds });
        for (const other of rule.except ?? []) on(other, { kind: 'except', rule });
        return;
      }
      case 'count': {
        const { of, from, to } = asks;
        gatheringAt(within).checks.push({
          kind: 'count',
          rule,
          slot: countSlot(within, of, to),
          from,
          to,
          of,
        });
        return;
      }
      case 'reading': {
        const own = Object.entries(asks.reads).filter(([, path]) => within === '/' || !isAbsolute(path));
        const document = Object.entries(asks.reads).filter(([, path]) => within !== '/' && isAbsolute(path));
        gatheringAt(within).checks.push({
          kind: 'reading',
          rule,
          own: slotsOf(within, Object.fromEntries(own)),
          document: slotsOf('/', Object.fromEntries(document)),
          holdsUnseen: document.length === 0 && asks.holds({}, { syntax, element: '' }),
          holds: asks.holds,
        });
        return;
      }
      case 'sum': {
        const { each, reads, adds, to } = asks;
        const outer = gatheringAt(within);
        const slot = outer.sums++;
        const place = below(within, each);
        const own = slotsOf(place, reads);
        gatheringAt(place).checks.push({
          kind: 'add',
          own,
          adds,
          to: outer,
          slot,
          up: upOf(each),
          limit: to,
        });
        outer.checks.push({ kind: 'sum', rule, slot, to, of: each });
        return;
      }
      case 'never':
    }
  };
  for (const rule of rules) for (const within of rule.within) plan(rule, within);
  return { syntax, deeds };
};

const isAbsolute = (path: string): boolean => /^\??\//.test(path);

const upOf = (path: string): Up => (path.startsWith('/') ? 'document' : depthOf(path));
