/** A LIKE pattern for values that hold this text; what people type is never a wildcard. */
export const holding = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
