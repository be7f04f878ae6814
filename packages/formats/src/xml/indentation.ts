/** A line end and the spaces that indent what follows, one string each: a document holds thousands of them. */
const indents = Array.from({ length: 64 }, (_, spaces) => `\n${' '.repeat(spaces)}`);

/** Undefined where it is deeper than usual. */
export const indentation = (spaces: number): string | undefined => indents[spaces];

/** Whether a piece of text came from `indentation`; found out without looking at its characters. */
export const isIndentation = (text: string): boolean => text === indents[text.length - 1];
