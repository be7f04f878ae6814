/** The places (`lines[2].name`) of a plain value that are missing or other in a second one. */
export const differences = (first: unknown, second: unknown, path = ''): string[] => {
  if (typeof first !== 'object' || first === null) return first === second ? [] : [path];
  const other: Readonly<Record<string, unknown>> =
    typeof second === 'object' && second !== null ? { ...second } : {};
  return Object.entries(first).flatMap(([field, value]) =>
    differences(value, other[field], Array.isArray(first) ? `${path}[${field}]` : join(path, field)),
  );
};

const join = (path: string, field: string): string => (path === '' ? field : `${path}.${field}`);
