import { readFileSync } from 'node:fs';
import { type Arguments, oneOf, readArguments } from './arguments.js';
import { languageOf, readConfig, UnusableError } from './config.js';
import { convertFile } from './convert/convert-command.js';
import { depositFiles } from './deposit-command.js';
import { endOnInterrupt, endWithoutReader } from './endings.js';
import { followInvoice } from './follow-command.js';
import { helpOf } from './help.js';
import { problemIn } from './system-problems.js';
import { validateFiles } from './validate/validate-command.js';
import { wordsIn } from './words.js';

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

/** Exit codes: 0 everything went through, 1 something was refused, 2 the command could not be used at all. */
const language = languageOf(process.argv, process.env);
const words = wordsIn(language);

const main = async (): Promise<number> => {
  const line = readArguments(process.argv.slice(2), words);
  oneOf('--lang', line.values.lang, ['fr', 'en'], words);
  if (line.values.version) {
    process.stdout.write(`parvis ${version}\n`);
    return 0;
  }
  if (line.values.help || !line.command) {
    process.stdout.write(helpOf(line.command, language));
    return line.values.help ? 0 : 2;
  }
  return run(line);
};

const run = ({ command, operands, values }: Arguments) => {
  const jsonLines = oneOf('--format', values.format, ['text', 'jsonl'], words) === 'jsonl';
  switch (command) {
    case 'validate': {
      const rules = oneOf('--rules', values.rules, ['en16931', 'france', 'deposit'], words);
      return validateFiles(operands, { rules, jsonLines, language });
    }
    case 'convert': {
      const to = values.to && oneOf('--to', values.to, ['ubl', 'cii', 'factur-x', 'json'], words);
      return convertFile(operands, { to: to || undefined, force: values.force ?? false, language });
    }
    case 'deposit': {
      const config = readConfig(values, process.env);
      return depositFiles(operands, { config, words, jsonLines, supplierId: values.supplier });
    }
    case 'follow':
      return followInvoice(operands[0], { config: readConfig(values, process.env), words, jsonLines });
    default:
      throw new UnusableError(words.unknownCommand(command ?? ''));
  }
};

endWithoutReader(process.stdout, (code) => words.outputRefused(problemIn(code, language)));
endOnInterrupt();
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
