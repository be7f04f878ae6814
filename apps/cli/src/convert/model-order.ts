import { businessTerms } from '@parvis/formats/binding/business-terms';

/** Of `lines[].item.name`: itself, `lines[].item`, `lines[]`, `lines`. */
const pathsAbove = (leaf: string): string[] => {
  const steps = leaf.split('.');
  const paths = steps.map((_, index) => steps.slice(0, index + 1).join('.'));
  return paths.flatMap((path) => (path.endsWith('[]') ? [path, path.slice(0, -2)] : [path]));
};

/** The rank of each field and group, by its path in the model: that of the first term in it. */
const ranks: ReadonlyMap<string, number> = new Map(
  Object.keys(businessTerms)
    .flatMap((leaf, rank) => pathsAbove(leaf).map((path) => [path, rank] as const))
    .reverse(),
);

/** The plain invoice with its fields in the order of the terms of EN 16931, whatever order a document gave them in. */
export const inModelOrder = (value: unknown, path = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => inModelOrder(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return value;
  const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
  const rankOf = (field: string): number => ranks.get(at(field)) ?? Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => rankOf(left) - rankOf(right) || (left < right ? -1 : 1))
      .map(([field, content]) => [field, inModelOrder(content, at(field))]),
  );
};
