/** The options and environment of `npm start`, read in one place and refused with a sentence. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, root } from './prepare.mjs';

export const readOptions = (args, environment) => {
  const { values } = parse(args);
  const port = Number(environment.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(
      `PORT must be a number from 1 to 65535, and is "${environment.PORT}". Try: PORT=4000 npm start`,
    );
  }
  if (environment.DATABASE_URL !== undefined) refuseMalformedUrl(environment.DATABASE_URL);
  if (values.reset && environment.DATABASE_URL) {
    throw new Problem(
      '--reset only clears the database that Parvis brought along. With DATABASE_URL, empty that database yourself, then start without --reset.',
    );
  }
  return {
    port,
    databaseUrl: environment.DATABASE_URL,
    dataDirectory: path.resolve(values.data ?? path.join(root, '.parvis')),
    reset: values.reset ?? false,
    demo: !values.empty,
    watch: values.watch ?? false,
  };
};

const parse = (args) => {
  try {
    return parseArgs({
      args,
      options: {
        reset: { type: 'boolean' },
        empty: { type: 'boolean' },
        data: { type: 'string' },
        watch: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Problem(`${error.message}\nSee: npm start -- --help`);
  }
};

const refuseMalformedUrl = (text) => {
  const scheme = URL.canParse(text) ? new URL(text).protocol : '';
  if (scheme !== 'postgres:' && scheme !== 'postgresql:') {
    throw new Problem(
      'DATABASE_URL is not a PostgreSQL address. It looks like postgres://user:password@host:5432/database. Unset it to use the database that Parvis brings along.',
    );
  }
};
