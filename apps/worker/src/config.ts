import path from 'node:path';
import { type MarkedPoint, markedPoints } from '@parvis/application/ports/platform';
import { listOfNames } from '@parvis/connector-kit/load-kinds';
import { z } from 'zod';

/** What the worker is told from outside; this file is the only reader of the environment. */
export interface WorkerConfig {
  readonly databaseUrl: string;
  /** Where documents are kept: the gateway's folder. */
  readonly dataDirectory: string;
  /** Opens the secrets of accounting connections: the gateway's key. */
  readonly secretKey: string;
  /** The address people use, without a slash at the end: it stands in mails. */
  readonly publicUrl: string;
  /** How often each accounting system is asked for news. */
  readonly pullEverySeconds: number;
  /** How long an accounting system may take to answer. */
  readonly connectorTimeoutSeconds: number;
  /** After how long a delivery whose worker died is taken up by another; longer than any delivery takes. */
  readonly deliveryLeaseSeconds: number;
  /** Connectors of others that this installation adds: package names or folders. */
  readonly connectors: readonly string[];
  /** Whether connections may reach addresses of private networks: on an installation inside the entity's own. */
  readonly privateTargets: boolean;
  /** The one folder below which connections may exchange files; undefined: none may. */
  readonly exchangeDirectory?: string;
  /** The mail server and the sender; undefined: messages wait in the database. */
  readonly smtp?: { readonly url: string; readonly from: string };
  readonly production: boolean;
  readonly logLevel: string;
  /** Connections to the database at most. */
  readonly poolSize: number;
  /** Fault tests: the process kills itself at this point of an invoice's way. */
  readonly faultPoint?: MarkedPoint;
}

/** A configuration that cannot be used, in one sentence that names the variable. */
export class ConfigError extends Error {}

const DEFAULT_SECRET = 'parvis-development-secret-key-do-not-use';

/** `Parvis <parvis@exemple.fr>` or the address alone. */
const mailFrom =
  /^(?:[^<>\r\n]*<[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+)$/;

const environmentShape = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/.+/),
  PARVIS_DATA_DIRECTORY: z.string().min(1),
  PARVIS_SECRET_KEY: z.string().min(32).optional(),
  PARVIS_PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:4000'),
  PARVIS_PULL_EVERY_SECONDS: z.coerce.number().min(0.1).max(86_400).default(2),
  PARVIS_CONNECTOR_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(600).default(20),
  PARVIS_DELIVERY_LEASE_SECONDS: z.coerce.number().min(1).max(3600).default(120),
  PARVIS_CONNECTORS: z.string().default('').transform(listOfNames),
  PARVIS_PRIVATE_TARGETS: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
  PARVIS_EXCHANGE_DIRECTORY: z.string().min(1).optional(),
  PARVIS_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .regex(/^smtps?:\/\/[^\s?#]+$/)
    .optional(),
  PARVIS_MAIL_FROM: z.string().regex(mailFrom).optional(),
  PARVIS_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PARVIS_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  PARVIS_FAULT_POINT: z.enum(markedPoints).optional(),
  NODE_ENV: z.string().optional(),
});

const wanted: Readonly<Record<string, string>> = {
  DATABASE_URL: 'a PostgreSQL address such as postgres://user:password@host:5432/database',
  PARVIS_DATA_DIRECTORY: 'the folder in which documents are kept, the same as for the gateway',
  PARVIS_SECRET_KEY: 'a secret of at least 32 characters, the same as for the gateway',
  PARVIS_PUBLIC_URL:
    'the address people use, such as https://factures.exemple.fr, the same as for the gateway',
  PARVIS_PULL_EVERY_SECONDS: 'a number of seconds from 0.1 to 86400',
  PARVIS_CONNECTOR_TIMEOUT_SECONDS: 'a number of seconds from 0.1 to 600',
  PARVIS_DELIVERY_LEASE_SECONDS: 'a number of seconds from 1 to 3600',
  PARVIS_CONNECTORS:
    'packages of connectors, or folders of such packages, with commas between them, the same as for the gateway',
  PARVIS_PRIVATE_TARGETS: '0 or 1, the same as for the gateway',
  PARVIS_EXCHANGE_DIRECTORY:
    'the folder below which connections may exchange files, the same as for the gateway',
  PARVIS_SMTP_URL: 'a mail server such as smtp://user:password@mail.exemple.fr:587',
  PARVIS_MAIL_FROM: 'the sender of our messages, such as Parvis <parvis@exemple.fr>',
  PARVIS_LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  PARVIS_POOL_SIZE: 'a number of connections from 1 to 200',
  PARVIS_FAULT_POINT: `one of ${markedPoints.join(', ')}`,
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws a ConfigError whose sentence names the variable, what it should be, and what to do. */
export const readConfig = (environment: Environment): WorkerConfig => {
  const parsed = environmentShape.safeParse(environment);
  if (!parsed.success) throw new ConfigError(sentenceFor(parsed.error.issues[0], environment));
  const read = parsed.data;
  if (read.NODE_ENV === 'production') requireFitForProduction(read);
  return {
    databaseUrl: read.DATABASE_URL,
    dataDirectory: path.resolve(read.PARVIS_DATA_DIRECTORY),
    secretKey: read.PARVIS_SECRET_KEY ?? DEFAULT_SECRET,
    publicUrl: read.PARVIS_PUBLIC_URL.replace(/\/+$/, ''),
    pullEverySeconds: read.PARVIS_PULL_EVERY_SECONDS,
    connectorTimeoutSeconds: read.PARVIS_CONNECTOR_TIMEOUT_SECONDS,
    deliveryLeaseSeconds: read.PARVIS_DELIVERY_LEASE_SECONDS,
    connectors: read.PARVIS_CONNECTORS,
    privateTargets: read.PARVIS_PRIVATE_TARGETS,
    ...(read.PARVIS_EXCHANGE_DIRECTORY === undefined
      ? {}
      : { exchangeDirectory: path.resolve(read.PARVIS_EXCHANGE_DIRECTORY) }),
    ...smtpOf(read),
    production: read.NODE_ENV === 'production',
    logLevel: read.PARVIS_LOG_LEVEL,
    poolSize: read.PARVIS_POOL_SIZE,
    ...(read.PARVIS_FAULT_POINT ? { faultPoint: read.PARVIS_FAULT_POINT } : {}),
  };
};

const smtpOf = (read: z.infer<typeof environmentShape>): Pick<WorkerConfig, 'smtp'> => {
  const { PARVIS_SMTP_URL: url, PARVIS_MAIL_FROM: from } = read;
  if (url === undefined) return {};
  if (from === undefined) {
    throw new ConfigError(
      `PARVIS_MAIL_FROM is missing, and PARVIS_SMTP_URL is set. It should be ${wanted.PARVIS_MAIL_FROM}. Set it and start again.`,
    );
  }
  return { smtp: { url, from } };
};

const sentenceFor = (issue: z.core.$ZodIssue | undefined, environment: Environment): string => {
  const name = String(issue?.path[0] ?? 'The environment');
  const state = environment[name] === undefined ? 'is missing' : 'cannot be used';
  return `${name} ${state}. It should be ${wanted[name] ?? 'set'}. Set it and start again.`;
};

const requireFitForProduction = (read: z.infer<typeof environmentShape>): void => {
  if (read.PARVIS_SECRET_KEY === undefined || read.PARVIS_SECRET_KEY === DEFAULT_SECRET) {
    throw new ConfigError(
      'PARVIS_SECRET_KEY is missing, and NODE_ENV is production. Set it to the secret of the gateway.',
    );
  }
  if (read.PARVIS_FAULT_POINT !== undefined) {
    throw new ConfigError(
      'PARVIS_FAULT_POINT is for fault tests and NODE_ENV is production. Unset one of the two.',
    );
  }
};
