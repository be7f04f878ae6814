/** Random choices that a seed gives again: the same seed, the same choices. */
export class SeededChoices {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to 1, by mulberry32. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(chance = 0.5): boolean {
    return this.next() < chance;
  }

  one<Item>(...items: readonly [Item, ...Item[]]): Item {
    return items[this.between(0, items.length - 1)] ?? items[0];
  }

  some<Item>(least: number, most: number, make: (index: number) => Item): Item[] {
    return Array.from({ length: this.between(least, most) }, (_, index) => make(index));
  }

  /** An object with the field, or without it. */
  maybe<Name extends string, Value>(name: Name, make: () => Value, chance = 0.5): { [Key in Name]?: Value } {
    return this.happens(chance) ? ({ [name]: make() } as { [Key in Name]: Value }) : {};
  }
}
