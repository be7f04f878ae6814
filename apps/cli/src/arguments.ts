import { parseArgs } from 'node:util';
import { UnusableError } from './config.js';
import type { Words } from './words.js';

const options = {
  url: { type: 'string' },
  email: { type: 'string' },
  supplier: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string' },
  rules: { type: 'string' },
  to: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Option = keyof typeof options;

const always: readonly Option[] = ['lang', 'help', 'version'];
const optionsOf = {
  validate: ['format', 'rules'],
  convert: ['to', 'force'],
  deposit: ['url', 'email', 'supplier', 'format'],
  follow: ['url', 'email', 'format'],
} as const satisfies Readonly<Record<string, readonly Option[]>>;

export type Command = keyof typeof optionsOf;

export interface Arguments {
  /** Absent when none was named. */
  readonly command: Command | undefined;
  readonly operands: readonly string[];
  readonly values: {
    readonly [Name in Option]?: (typeof options)[Name]['type'] extends 'boolean' ? boolean : string;
  };
}

const isCommand = (word: string): word is Command => Object.hasOwn(optionsOf, word);

/** Takes a command line apart; `help COMMAND` is `COMMAND --help`. Throws an `UnusableError` for what no command knows, or not this one. */
export const readArguments = (line: readonly string[], words: Words): Arguments => {
  const { values: given, positionals } = parse(line, words);
  const asksForHelp = positionals[0] === 'help';
  const [command, ...operands] = asksForHelp ? positionals.slice(1) : positionals;
  const values = asksForHelp ? { ...given, help: true } : given;
  if (command === undefined) return { command: undefined, operands, values };
  if (!isCommand(command)) throw new UnusableError(words.unknownCommand(command));
  const known: readonly string[] = [...always, ...optionsOf[command]];
  const stranger = Object.keys(values).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new UnusableError(words.unknownOption(`--${stranger}`, command));
  return { command, operands, values };
};

const parse = (line: readonly string[], words: Words) => {
  try {
    return parseArgs({ args: [...line], allowPositionals: true, options });
  } catch (error) {
    const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
    const option = /'(-[^' ]*)/.exec(message ?? '')?.[1];
    if (option === undefined) throw error;
    throw new UnusableError(
      code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
        ? words.badOptionValue(option)
        : words.unknownOption(option, undefined),
    );
  }
};

/** The value of an option that has a few possible ones, the first unless another is given. */
export const oneOf = <Value extends string>(
  option: string,
  given: string | undefined,
  values: readonly [Value, ...Value[]],
  words: Words,
): Value => {
  const value = given === undefined ? values[0] : values.find((candidate) => candidate === given);
  if (value === undefined) throw new UnusableError(words.unknownValue(option, given ?? '', values));
  return value;
};
