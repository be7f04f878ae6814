/** What remains of `Fields` when the fields that were left out are dropped instead of being null. */
export type Given<Fields extends object> = {
  [Key in keyof Fields as null extends Fields[Key]
    ? never
    : undefined extends Fields[Key]
      ? never
      : Key]: Fields[Key];
} & {
  [Key in keyof Fields as null extends Fields[Key]
    ? Key
    : undefined extends Fields[Key]
      ? Key
      : never]?: NonNullable<Fields[Key]>;
};

/** GraphQL says null for what is left out; our commands say nothing at all. */
export const given = <Fields extends object>(fields: Fields): Given<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<Fields>;
