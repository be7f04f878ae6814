/**
 * What comes in under one key, by that key, each group in the order it came. `Map.groupBy` does this from Node.js 21 on;
 * the command line promises Node.js 20.
 */
export const groupedBy = <Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
