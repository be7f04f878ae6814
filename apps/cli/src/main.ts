import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig, UnusableError } from './config.js';
import { depositFiles } from './deposit-command.js';
import { followInvoice } from './follow-command.js';
import { wordsIn } from './words.js';

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

/** Exit codes: 0 everything went through, 1 something was refused, 2 the command could not be used at all. */
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      email: { type: 'string' },
      supplier: { type: 'string' },
      lang: { type: 'string' },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  const [command, ...rest] = positionals;
  const config = readConfig(values, process.env);
  const words = wordsIn(config.language);
  if (values.version) {
    process.stdout.write(`parvis ${version}\n`);
    return 0;
  }
  if (values.help || !command) {
    process.stdout.write(words.help);
    return values.help ? 0 : 2;
  }
  if (values.format !== 'text' && values.format !== 'jsonl')
    throw new UnusableError(words.unknownFormat(values.format));
  switch (command) {
    case 'deposit':
      return depositFiles(rest, {
        config,
        words,
        jsonLines: values.format === 'jsonl',
        supplierId: values.supplier,
      });
    case 'follow':
      return followInvoice(rest[0], { config, words, jsonLines: values.format === 'jsonl' });
    default:
      throw new UnusableError(words.unknownCommand(command));
  }
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
