/** The command cannot be used as it was called: one sentence for the person, exit code 2. */
export class UnusableError extends Error {}

export interface CliConfig {
  /** Where the platform answers, without a slash at the end. */
  readonly url: string;
  readonly email: string | undefined;
  readonly password: string | undefined;
  /** Of a technical account; with it nobody signs in. */
  readonly key: string | undefined;
  readonly language: 'fr' | 'en';
}

interface Flags {
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly lang?: string | undefined;
}

/** `--lang`, else the language of the environment as POSIX orders its variables; English where nothing says French. */
export const languageOf = (line: readonly string[], environment: NodeJS.ProcessEnv): 'fr' | 'en' => {
  const flag = line.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = line[flag]?.slice('--lang='.length) || line[flag + 1];
  const wished =
    (flag < 0 ? undefined : asked) || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  return wished?.startsWith('fr') ? 'fr' : 'en';
};

/**
 * Flags first, then `PARVIS_URL`, `PARVIS_KEY` or `PARVIS_EMAIL` and `PARVIS_PASSWORD`, `LANG`. Key and password have no
 * flag: they would show.
 */
export const readConfig = (flags: Flags, environment: NodeJS.ProcessEnv): CliConfig => {
  const url = flags.url ?? environment.PARVIS_URL ?? 'http://localhost:4000';
  const language = languageOf(flags.lang ? ['--lang', flags.lang] : [], environment);
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new UnusableError(
      language === 'fr'
        ? `L'adresse « ${url} » n'est pas utilisable. Exemple : --url http://localhost:4000`
        : `The address "${url}" cannot be used. Example: --url http://localhost:4000`,
    );
  }
  return {
    url: url.replace(/\/+$/, ''),
    email: flags.email ?? environment.PARVIS_EMAIL,
    password: environment.PARVIS_PASSWORD,
    key: environment.PARVIS_KEY,
    language,
  };
};
