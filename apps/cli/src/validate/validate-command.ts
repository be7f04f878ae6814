import { availableParallelism } from 'node:os';
import type { Writable } from 'node:stream';
import type { Language } from '@parvis/domain/display/language';
import { startReaderPool } from '@parvis/formats/reader-pool';
import { UnusableError } from '../config.js';
import { undoOnInterrupt } from '../endings.js';
import { inOrder } from './in-order.js';
import { paperOf, plain } from './paper.js';
import { progressOn } from './progress.js';
import { sourcesOf } from './sources.js';
import { validateWordsIn } from './validate-words.js';
import { type RulesName, type Verdict, verdictOn } from './verdict.js';
import { verdictLine } from './verdict-line.js';
import { verdictText } from './verdict-text.js';

interface ValidateOptions {
  readonly rules: RulesName;
  readonly jsonLines: boolean;
  readonly language: Language;
}

/** Results that wait for the one before them; each is small. */
const AHEAD_OF_EACH_THREAD = 16;

/**
 * Judges each file and prints its verdict as soon as it and those before it are known. What is held at a time does not
 * grow with the number of files. Returns the exit code: 0 all valid, 1 some are not, 2 some could not be opened.
 */
export const validateFiles = async (
  operands: readonly string[],
  { rules, jsonLines, language }: ValidateOptions,
): Promise<number> => {
  const words = validateWordsIn(language);
  if (operands.length === 0 && process.stdin.isTTY) throw new UnusableError(words.noFile);
  const paper = paperOf(process.stdout, process.env);
  const progress = progressOn(process.stderr);
  const forget = undoOnInterrupt(progress.clear);
  const threads = availableParallelism();
  const pool = startReaderPool({ size: threads });
  const count: Count = { files: 0, valid: 0, notJudged: 0 };
  try {
    const tellEmpty = (folder: string): void => {
      if (operands.length === 1) return;
      progress.clear();
      process.stderr.write(`${words.emptyFolder(plain(folder))}\n`);
    };
    const sources = sourcesOf(operands.length === 0 ? ['-'] : operands, process.stdin, tellEmpty);
    const width = { atOnce: threads + 1, ahead: threads * AHEAD_OF_EACH_THREAD };
    for await (const verdict of inOrder(sources, (source) => verdictOn(source, pool, rules), width)) {
      add(count, verdict);
      progress.clear();
      await print(jsonLines ? verdictLine(verdict, language) : verdictText(verdict, language, paper));
      progress.show(words.progress(count.files, invalidOf(count), plain(verdict.file)));
    }
  } finally {
    progress.clear();
    forget();
    await pool.close();
  }
  if (count.files === 0) throw new UnusableError(words.nothingFound);
  if (!jsonLines && count.files > 1)
    await print(`${words.summary(count.files, count.valid, invalidOf(count), count.notJudged)}\n`);
  return exitCodeOf(count);
};

interface Count {
  files: number;
  valid: number;
  notJudged: number;
}

const add = (count: Count, { valid, judged }: Verdict): void => {
  count.files += 1;
  if (valid) count.valid += 1;
  if (!judged) count.notJudged += 1;
};

const invalidOf = ({ files, valid, notJudged }: Count): number => files - valid - notJudged;

const exitCodeOf = ({ files, valid, notJudged }: Count): number => {
  if (notJudged > 0) return 2;
  return valid === files ? 0 : 1;
};

/** Waits until a slow reader has taken it: output does not pile up either. */
const print = (text: string, output: Writable = process.stdout): Promise<void> =>
  output.write(text) ? Promise.resolve() : new Promise((resolve) => output.once('drain', () => resolve()));
