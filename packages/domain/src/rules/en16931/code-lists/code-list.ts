/** The codes a rule accepts, written out once and split when first asked for: no page pays for a list it never opens. */
export interface CodeList {
  has(code: string): boolean;
  /** In the order of the file. */
  codes(): readonly string[];
}

/**
 * A list from its codes with white space between them. `AA|BCE` stands for AAB, AAC and AAE: most codes differ from the
 * one before in their last character, and a page that loads them is a third the size.
 */
export const codeList = (packed: string): CodeList => {
  let unpacked: ReadonlySet<string> | undefined;
  const all = (): ReadonlySet<string> => {
    unpacked ??= new Set(packed.trim().split(/\s+/).flatMap(codesOf));
    return unpacked;
  };
  return { has: (code) => all().has(code), codes: () => [...all()] };
};

const codesOf = (group: string): string[] => {
  const [start = '', ends] = group.split('|');
  return ends === undefined ? [start] : [...ends].map((end) => start + end);
};

/** The codes of two lists. */
export const joined = (list: CodeList, more: CodeList): CodeList => ({
  has: (code) => list.has(code) || more.has(code),
  codes: () => [...new Set([...list.codes(), ...more.codes()])],
});
