import type { ElementSchema, OpenedList, WantedGroup, WantedValue, Wish } from './element-schema.js';

/**
 * What is wanted of one element, all its wishes taken together. Elements of one name in one place want the same unless
 * conditions tell them apart: each combination is worked out once and kept with the tables.
 */
export class GrantedWishes {
  readonly opens: OpenedList | undefined;
  readonly groups: readonly WantedGroup[];
  readonly values: readonly WantedValue[];
  readonly awaits: Wish['awaits'];
  private readonly known: (WishesBelow | undefined)[] = [];

  constructor(private readonly wishes: readonly Wish[]) {
    this.opens = wishes.find(({ opens }) => opens !== undefined)?.opens;
    this.groups = wishes.flatMap(({ groups }) => groups);
    this.values = wishes.flatMap(({ values }) => values);
    this.awaits = wishes.flatMap(({ awaits }) => awaits);
  }

  get isEmpty(): boolean {
    return this.wishes.length === 0;
  }

  below({ index, name }: ElementSchema): WishesBelow {
    const known = this.known[index];
    if (known) return known;
    const made = new WishesBelow(this.wishes.flatMap(({ below }) => below.get(name) ?? []));
    this.known[index] = made;
    return made;
  }
}

/** What may be wanted of an element, before its conditions are looked at. */
export class WishesBelow {
  /** Wanted whatever the element holds. */
  readonly always: GrantedWishes;
  /** Wanted where conditions hold. */
  readonly conditional: readonly Wish[];
  /** Wanted where conditions hold that need a value of the document, known at the end. */
  readonly later: readonly Wish[];
  /** No binding speaks of the element. */
  readonly isEmpty: boolean;
  private readonly unconditional: readonly Wish[];
  private readonly granted = new Map<number, GrantedWishes>();

  constructor(wishes: readonly Wish[]) {
    this.isEmpty = wishes.length === 0;
    this.later = wishes.filter(({ conditions }) => conditions.some(({ field }) => field !== undefined));
    const now = wishes.filter((wish) => !this.later.includes(wish));
    this.unconditional = now.filter(({ conditions }) => conditions.length === 0);
    this.conditional = now.filter(({ conditions }) => conditions.length > 0);
    this.always = new GrantedWishes(this.unconditional);
  }

  /** `passed` has a bit for each conditional wish. */
  grant(passed: number): GrantedWishes {
    if (passed === 0) return this.always;
    const known = this.granted.get(passed);
    if (known) return known;
    const made = new GrantedWishes([
      ...this.unconditional,
      ...this.conditional.filter((_, index) => passed & (1 << index)),
    ]);
    this.granted.set(passed, made);
    return made;
  }
}
