/** How text is laid out where it will be read. */
export interface Paper {
  /** Columns before a line is broken. */
  readonly width: number;
  readonly colours: boolean;
}

/** Broken lines are easier to read in a file, too. */
const USUAL_WIDTH = 100;
const NARROWEST = 40;

export const paperOf = (
  output: { readonly isTTY?: boolean; readonly columns?: number },
  environment: NodeJS.ProcessEnv,
): Paper => ({
  width: Math.max(NARROWEST, (output.isTTY ? output.columns : Number(environment.COLUMNS)) || USUAL_WIDTH),
  // https://no-color.org: set and not empty.
  colours: output.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb',
});

const codes = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const;

export const coloured = (colour: keyof typeof codes, text: string, { colours }: Paper): string =>
  colours ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text;

/**
 * Breaks a text into lines of the paper's width, each after its indentation; `hanging` stands before the first. A word
 * that is longer than a line is left whole, so that it can be copied.
 */
export const wrapped = (text: string, indentation: number, { width }: Paper, hanging = ''): string[] => {
  const lines: string[] = [];
  let line = hanging;
  let empty = true;
  for (const word of bound(plain(text)).split(' ')) {
    if (!empty && indentation + line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(hanging.length);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].map((content) => ' '.repeat(indentation) + content);
};

/** French sets spaces inside quotes and before high signs, where a line must not break. */
const bound = (text: string): string =>
  text.replaceAll(/« | (?=[»:;!?%])/g, (match) => match.replace(' ', '\u00a0'));

/** What a stranger wrote must neither move the cursor nor turn the reading direction. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
