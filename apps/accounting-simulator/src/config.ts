import { z } from 'zod';

export interface SimulatorConfig {
  readonly port: number;
  readonly host: string;
  /** Path of the SQLite file that holds the books; `:memory:` forgets them. */
  readonly dataFile: string;
  /** What a program must show to use the API. */
  readonly token: string;
  /** Between two steps of a practising accountant; 0: nobody practises. */
  readonly secondsPerStep: number;
}

const variables = z.object({
  SIMULATOR_PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(0, 'must be a port number')
    .max(65_535, 'must be a port number')
    .default(4001),
  SIMULATOR_HOST: z.string().min(1).default('127.0.0.1'),
  SIMULATOR_DATA: z.string('must name the file that holds the books').min(1, 'must name a file'),
  SIMULATOR_TOKEN: z
    .string('must hold the secret that programs show, of at least 8 characters')
    .min(8, 'must have at least 8 characters'),
  SIMULATOR_SECONDS_PER_STEP: z.coerce
    .number('must be a number of seconds, 0 for nobody')
    .min(0, 'must be a number of seconds, 0 for nobody')
    .max(86_400, 'must be a day at most')
    .default(0),
});

/** The only reader of the environment; throws one sentence that names the variable. */
export const readConfig = (environment: NodeJS.ProcessEnv): SimulatorConfig => {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${issue?.path.join('.')} ${issue?.message}.`);
  }
  const { SIMULATOR_PORT, SIMULATOR_HOST, SIMULATOR_DATA, SIMULATOR_TOKEN, SIMULATOR_SECONDS_PER_STEP } =
    parsed.data;
  return {
    port: SIMULATOR_PORT,
    host: SIMULATOR_HOST,
    dataFile: SIMULATOR_DATA,
    token: SIMULATOR_TOKEN,
    secondsPerStep: SIMULATOR_SECONDS_PER_STEP,
  };
};
