/** The codes a rule accepts, written out once and split when first asked for: no page pays for a list it never opens. */
export interface CodeList {
  has(code: string): boolean;
  /** In the order of the file. */
  codes(): readonly string[];
}

/** A list from its codes with white space between them. */
export const codeList = (packed: string): CodeList => {
  let split: ReadonlySet<string> | undefined;
  const all = (): ReadonlySet<string> => {
    split ??= new Set(packed.trim().split(/\s+/));
    return split;
  };
  return { has: (code) => all().has(code), codes: () => [...all()] };
};

/** The codes of two lists. */
export const joined = (list: CodeList, more: CodeList): CodeList => ({
  has: (code) => list.has(code) || more.has(code),
  codes: () => [...new Set([...list.codes(), ...more.codes()])],
});
