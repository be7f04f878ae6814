import path from 'node:path';
import { type MarkedPoint, markedPoints } from '@parvis/application/ports/platform';
import { listOfNames } from '@parvis/connector-kit/load-kinds';
import { z } from 'zod';
import { type OpenIdProviderConfig, parseProviders } from './people/openid/openid-providers.js';

/** What the gateway is told from outside; this file is the only reader of the environment. */
export interface GatewayConfig {
  readonly port: number;
  readonly databaseUrl: string;
  /** Where documents are kept. */
  readonly dataDirectory: string;
  /** Encrypts the secrets of accounting connections at rest. */
  readonly secretKey: string;
  /** The address people use, without a slash at the end; its scheme decides whether cookies are `Secure`. */
  readonly publicUrl: string;
  readonly production: boolean;
  /** The page at `/graphql` on which one can write queries. */
  readonly explorer: boolean;
  /** Who may read `/metrics` from elsewhere than this machine. */
  readonly metricsToken?: string;
  /** How many proxies of ours stand between the network and the gateway: throttling looks past them. */
  readonly proxies: number;
  /** E-mail addresses of whoever runs the installation: they decide on claims where nobody of a structure is left to. */
  readonly operators: readonly string[];
  /** Connectors of others that this installation adds: package names or folders. */
  readonly connectors: readonly string[];
  /** Whether connections may reach addresses of private networks: on an installation inside the entity's own. */
  readonly privateTargets: boolean;
  /** The one folder below which connections may exchange files; undefined: none may. */
  readonly exchangeDirectory?: string;
  /** Providers of identities that people may sign in with. */
  readonly openIdProviders: readonly OpenIdProviderConfig[];
  readonly logLevel: string;
  /** Whether requests of one's own making are answered beside those of our apps. */
  readonly trustedDocuments: 'only' | 'prefer' | 'off';
  /** Connections to the database at most. */
  readonly poolSize: number;
  /** Fault tests: the process kills itself at this point of an invoice's way. */
  readonly faultPoint?: MarkedPoint;
}

/** Where everyone may look behind the scenes: the explorer, the messages of others. */
export const isDemonstration = ({ explorer, production }: GatewayConfig): boolean => explorer && !production;

/** A configuration that cannot be used, in one sentence that names the variable. */
export class ConfigError extends Error {}

const DEFAULT_SECRET = 'parvis-development-secret-key-do-not-use';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['0', '1']).transform((value) => value === '1');

const addressesOf = (list: string): string[] =>
  list
    .split(',')
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address !== '');

const environmentShape = z.object({
  PORT: port.default(4000),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/.+/),
  PARVIS_DATA_DIRECTORY: z.string().min(1),
  PARVIS_SECRET_KEY: z.string().min(32).optional(),
  PARVIS_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PARVIS_EXPLORER: flag.optional(),
  PARVIS_METRICS_TOKEN: z.string().min(16).optional(),
  PARVIS_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  PARVIS_OPERATORS: z.string().default('').transform(addressesOf),
  PARVIS_CONNECTORS: z.string().default('').transform(listOfNames),
  PARVIS_PRIVATE_TARGETS: flag.default(false),
  PARVIS_EXCHANGE_DIRECTORY: z.string().min(1).optional(),
  PARVIS_OPENID_PROVIDERS: z
    .string()
    .default('[]')
    .transform((text, context): readonly OpenIdProviderConfig[] => {
      const providers = parseProviders(text);
      if (providers) return providers;
      context.addIssue('not a list of providers');
      return z.NEVER;
    }),
  PARVIS_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PARVIS_TRUSTED_DOCUMENTS: z.enum(['only', 'prefer', 'off']).default('prefer'),
  PARVIS_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  PARVIS_FAULT_POINT: z.enum(markedPoints).optional(),
  NODE_ENV: z.string().optional(),
});

const wanted: Record<string, string> = {
  PORT: 'a port from 0 to 65535',
  DATABASE_URL: 'a PostgreSQL address such as postgres://user:password@host:5432/database',
  PARVIS_DATA_DIRECTORY: 'the folder in which documents are kept',
  PARVIS_SECRET_KEY: 'a secret of at least 32 characters',
  PARVIS_PUBLIC_URL: 'the address people use, such as https://factures.exemple.fr',
  PARVIS_EXPLORER: '0 or 1',
  PARVIS_METRICS_TOKEN: 'a secret of at least 16 characters',
  PARVIS_PROXIES: 'the number of proxies in front of the gateway, from 0 to 10',
  PARVIS_OPERATORS: 'e-mail addresses with commas between them',
  PARVIS_CONNECTORS:
    'packages of connectors, or folders of such packages, with commas between them, the same as for the worker',
  PARVIS_PRIVATE_TARGETS: '0 or 1',
  PARVIS_EXCHANGE_DIRECTORY: 'the folder below which connections may exchange files',
  PARVIS_OPENID_PROVIDERS:
    'a JSON list such as [{"key":"proconnect","name":"ProConnect","issuer":"https://…","clientId":"…","clientSecret":"…"}]',
  PARVIS_LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  PARVIS_TRUSTED_DOCUMENTS: 'only (the requests of our apps, and those of technical accounts), prefer or off',
  PARVIS_POOL_SIZE: 'a number of connections from 1 to 200',
  PARVIS_FAULT_POINT: `one of ${markedPoints.join(', ')}`,
};

/** Throws a ConfigError whose sentence names the variable, what it should be, and what to do. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): GatewayConfig => {
  const parsed = environmentShape.safeParse(environment);
  if (!parsed.success) throw new ConfigError(sentenceFor(parsed.error.issues[0], environment));
  const read = parsed.data;
  const config: GatewayConfig = {
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    dataDirectory: path.resolve(read.PARVIS_DATA_DIRECTORY),
    secretKey: read.PARVIS_SECRET_KEY ?? DEFAULT_SECRET,
    publicUrl: (read.PARVIS_PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    production: read.NODE_ENV === 'production',
    explorer: read.PARVIS_EXPLORER ?? false,
    proxies: read.PARVIS_PROXIES,
    operators: read.PARVIS_OPERATORS,
    connectors: read.PARVIS_CONNECTORS,
    privateTargets: read.PARVIS_PRIVATE_TARGETS,
    ...(read.PARVIS_EXCHANGE_DIRECTORY === undefined
      ? {}
      : { exchangeDirectory: path.resolve(read.PARVIS_EXCHANGE_DIRECTORY) }),
    openIdProviders: read.PARVIS_OPENID_PROVIDERS,
    logLevel: read.PARVIS_LOG_LEVEL,
    trustedDocuments: read.PARVIS_TRUSTED_DOCUMENTS,
    poolSize: read.PARVIS_POOL_SIZE,
    ...(read.PARVIS_METRICS_TOKEN ? { metricsToken: read.PARVIS_METRICS_TOKEN } : {}),
    ...(read.PARVIS_FAULT_POINT ? { faultPoint: read.PARVIS_FAULT_POINT } : {}),
  };
  if (config.production) requireFitForProduction(config);
  return config;
};

const sentenceFor = (
  issue: z.core.$ZodIssue | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string => {
  const name = String(issue?.path[0] ?? 'The environment');
  const state = environment[name] === undefined ? 'is missing' : 'cannot be used';
  return `${name} ${state}. It should be ${wanted[name] ?? 'set'}. Set it and start again.`;
};

const requireFitForProduction = (config: GatewayConfig): void => {
  const { secretKey, publicUrl, faultPoint, openIdProviders } = config;
  if (secretKey === DEFAULT_SECRET) {
    throw new ConfigError(
      'PARVIS_SECRET_KEY is missing, and NODE_ENV is production. Set it to a secret of your own, for example from: openssl rand -hex 32',
    );
  }
  if (!publicUrl.startsWith('https://')) {
    throw new ConfigError(
      'PARVIS_PUBLIC_URL must begin with https:// when NODE_ENV is production: sessions would travel in the clear. Put a TLS proxy in front and give its address.',
    );
  }
  if (openIdProviders.some(({ issuer }) => !issuer.startsWith('https://'))) {
    throw new ConfigError(
      'PARVIS_OPENID_PROVIDERS names an issuer without https:// and NODE_ENV is production: anyone on the way could sign in as anybody. Give its https:// address.',
    );
  }
  if (faultPoint !== undefined) {
    throw new ConfigError(
      'PARVIS_FAULT_POINT is for fault tests and NODE_ENV is production. Unset one of the two.',
    );
  }
};
