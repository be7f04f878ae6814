/** No more than a person's invoice ever needs, and no more than a reader can take from a stranger. */
export const limits = {
  /** BR-FR-19: 100 MB, attachments included. */
  fileBytes: 100 * 1024 * 1024,
  /** Elements within elements; the deepest EN 16931 document has 9. */
  depth: 100,
  attributesOfAnElement: 100,
  nameLength: 500,
  /** One value, attachments in base64 left out. */
  textLength: 200_000,
  /** Pieces that comments and CDATA cut one value into. */
  textPieces: 100_000,
  /** Digits of one number. */
  numberLength: 1_000,
  elements: 20_000_000,
  /** Elements kept that the model does not take. */
  strays: 200_000,
  /** Faults told at most; beyond, a person mends the program that writes the file, not its values. */
  faults: 500,
} as const;
