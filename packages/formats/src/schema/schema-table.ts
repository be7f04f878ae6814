/**
 * The elements of one syntax, type by type. The children of a type stand in the order of the schema, each with how often
 * it may occur: a bare name is there exactly once, `?` at most once, `*` any number of times, `+` at least once. Names
 * without a prefix are in `namespace`. Children parted by `|` are a choice: one of them.
 */
export interface SchemaTable {
  /** Prefix of names that carry none. */
  readonly namespace: string;
  readonly root: string;
  readonly types: Readonly<Record<string, string>>;
  /** The type of an element by its name: one of `types`, a `leaf` that holds text, or `free`, whose content is not looked at. */
  typeOf(name: string): string;
  /** Attributes the schema demands, by the end of the element's name. */
  readonly attributes: readonly (readonly [nameEnd: string, attribute: string])[];
  /** The prefix under which later editions add elements: a name of it that nobody knows is a warning. */
  readonly grows: string | undefined;
}

export const leaf = 'leaf';
export const free = 'free';
