/** EN 16931 tests presence in two ways, which differ on an element left empty. */

/** The element is there, even empty. */
export const exists = (value: unknown): boolean => value !== undefined;

/** There is something in it but the white space of XML. */
export const hasText = (value: string | undefined): boolean =>
  value !== undefined && /[^ \t\r\n]/.test(value);

/** The figures of a sentence, leaving out those that are not known. */
export const figures = (
  entries: Readonly<Record<string, { toString(): string } | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value.toString()]],
    ),
  );
