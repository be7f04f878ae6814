import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isTechnical } from '@parvis/domain/rules/fault';
import { ApiClient } from './api-client.js';
import { type CliConfig, UnusableError } from './config.js';
import { problemIn } from './system-problems.js';
import type { Words } from './words.js';

/** Larger files are uploaded over HTTP first. */
const INLINE_BYTES = 1_000_000;

interface DepositOptions {
  readonly config: CliConfig;
  readonly words: Words;
  readonly jsonLines: boolean;
  readonly supplierId: string | undefined;
}

interface Fault {
  readonly rule: string;
  readonly severity: 'FATAL' | 'WARNING';
  readonly label: string;
  readonly location: string | null;
  readonly message: string;
  readonly nextStep: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

interface Receipt {
  readonly __typename: 'DepositReceipt';
  readonly depositedAt: string;
  readonly documentSha256: string;
  readonly repeated: boolean;
  readonly invoice: {
    readonly id: string;
    readonly number: string;
    readonly recipient: { readonly name: string };
  };
  readonly warnings: readonly Fault[];
}

type DepositAnswer =
  | Receipt
  | {
      readonly __typename: 'InvoiceFaulty';
      readonly message: string;
      readonly check: { readonly faults: readonly Fault[] };
    }
  | {
      readonly __typename: 'NumberAlreadyUsed';
      readonly message: string;
      readonly first: { readonly id: string } | null;
    }
  | { readonly __typename: 'ActRefused'; readonly message: string; readonly nextStep: string };

const FAULT = 'rule severity label location message nextStep choices { value label }';
const DEPOSIT = `mutation Deposit($input: DepositInvoiceInput!) {
  depositInvoice(input: $input) {
    __typename
    ... on DepositReceipt {
      depositedAt documentSha256 repeated invoice { id number recipient { name } } warnings { ${FAULT} }
    }
    ... on InvoiceFaulty { message check { faults { ${FAULT} } } }
    ... on NumberAlreadyUsed { message first { id } }
    ... on ActRefused { message nextStep }
  }
}`;

/** One file that cannot be read: said, and the others go on. */
class UnreadableError extends Error {}

/** Deposits each file; one that is refused does not stop the others. Returns the exit code. */
export const depositFiles = async (files: readonly string[], options: DepositOptions): Promise<number> => {
  if (files.length === 0) throw new UnusableError(options.words.noFile);
  const client = await ApiClient.signIn(options.config, options.words);
  let refused = 0;
  for (const file of files) {
    const answer = await depositFile(client, file, options).catch((error: unknown): DepositAnswer => {
      if (error instanceof UnreadableError)
        return { __typename: 'ActRefused', message: error.message, nextStep: '' };
      throw error;
    });
    if (answer.__typename !== 'DepositReceipt') refused += 1;
    process.stdout.write(
      options.jsonLines ? `${JSON.stringify({ file, ...answer })}\n` : describe(file, answer, options.words),
    );
  }
  return refused === 0 ? 0 : 1;
};

const depositFile = async (
  client: ApiClient,
  file: string,
  options: DepositOptions,
): Promise<DepositAnswer> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableError(
      options.words.unreadable(problemIn(error.code ?? error.message, options.config.language)),
    );
  });
  const content =
    bytes.byteLength <= INLINE_BYTES
      ? { contentBase64: bytes.toString('base64') }
      : { uploadId: await client.upload(basename(file), bytes) };
  const { depositInvoice } = await client.query<{ depositInvoice: DepositAnswer }>(DEPOSIT, {
    input: {
      file: {
        fileName: basename(file),
        language: options.config.language.toUpperCase(),
        ...content,
        ...(options.supplierId ? { supplierId: options.supplierId } : {}),
      },
      // One key for this file and this call: a lost answer is asked for again, never deposited again.
      idempotencyKey: randomUUID(),
    },
  });
  return depositInvoice;
};

const describe = (file: string, answer: DepositAnswer, words: Words): string => {
  switch (answer.__typename) {
    case 'DepositReceipt':
      return [
        `✓ ${file}: ${words.deposited(answer.invoice.number, answer.invoice.recipient.name, answer.depositedAt)}`,
        `  ${words.receipt} sha256:${answer.documentSha256}`,
        ...describeFaults(answer.warnings, words),
        '',
      ].join('\n');
    case 'InvoiceFaulty':
      return [`✗ ${file}: ${answer.message}`, ...describeFaults(answer.check.faults, words), ''].join('\n');
    case 'NumberAlreadyUsed':
      return `✗ ${file}: ${answer.message}\n`;
    case 'ActRefused':
      return `✗ ${file}: ${answer.message} ${answer.nextStep}\n`;
  }
};

/** Remarks for the software's maker are counted: `parvis validate` tells them. */
const describeFaults = (faults: readonly Fault[], words: Words): string[] => {
  const told = faults.filter((fault) => fault.severity === 'FATAL' || !isTechnical(fault));
  const remarks = faults.length - told.length;
  return [...told.map(describeFault), ...(remarks > 0 ? [`  △ ${words.remarks(remarks)}`] : [])];
};

const describeFault = ({ severity, label, message, nextStep, rule, location, choices }: Fault): string =>
  [
    `  ${severity === 'FATAL' ? '•' : '△'} ${label}: ${message} ${nextStep} [${rule}${location ? ` ${location}` : ''}]`,
    ...choices.map((choice) => `      ${choice.value}  ${choice.label}`),
  ].join('\n');
