import type { HttpQuestion, Transport } from '@parvis/connector-kit/exchange';
import { classifyStatus, NotNow, Refused, retryAfterSeconds } from '@parvis/connector-kit/failures';
import { parseJson } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import type { ZodType } from 'zod';
import type { SimulatorSettings } from './settings.js';
import { errorAnswer } from './wire.js';

interface Asked {
  readonly what: string;
  readonly method?: HttpQuestion['method'];
  /** Below `api/`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Asks the simulator; throws `Refused`, `NotNow` or `NoAnswer`. `undefined`: what was asked about is not there. */
export const makeSimulatorClient = (
  settings: Pick<SimulatorSettings, 'url' | 'token'>,
  transport: Transport,
) => {
  const base = settings.url.endsWith('/') ? settings.url : `${settings.url}/`;

  const ask = async <Answer>(asked: Asked, shape: ZodType<Answer>): Promise<Answer | undefined> => {
    const url = new URL(`api/${asked.path}`, base);
    for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.set(name, value);
    const answer = await transport({
      what: asked.what,
      method: asked.method ?? 'GET',
      url: url.href,
      headers: { authorization: `Bearer ${settings.token}`, 'content-type': 'application/json' },
      ...(asked.body ? { body: JSON.stringify(asked.body) } : {}),
    });
    if (answer.status < 300) return understand(answer.body, shape);
    const said = errorAnswer.safeParse(parseJson(answer.body)).data?.error.message ?? `HTTP ${answer.status}`;
    switch (classifyStatus(answer.status)) {
      case 'gone':
        return undefined;
      case 'auth':
        throw new Refused(
          'credentials-refused',
          say(
            'Le simulateur refuse le jeton de la connexion.',
            'The simulator refuses the connection’s token.',
          ),
        );
      case 'right':
        throw new Refused('right-missing', said);
      case 'refused':
        throw new Refused('validation-refused', said);
      case 'retry':
      case 'unknown':
        throw new NotNow(
          say(`Le simulateur est indisponible (${said}).`, `The simulator is unavailable (${said}).`),
          retryAfterSeconds(answer),
        );
    }
  };

  const required = async <Answer>(asked: Asked, shape: ZodType<Answer>): Promise<Answer> => {
    const answer = await ask(asked, shape);
    if (answer === undefined)
      throw new Refused(
        'answer-not-understood',
        say(
          'Le simulateur n’est pas à cette adresse : un autre programme y répond sans doute. Vérifiez l’adresse et le port.',
          'The simulator is not at this address: another program probably answers there. Check the address and the port.',
        ),
      );
    return answer;
  };

  return { ask, required };
};

export type SimulatorClient = ReturnType<typeof makeSimulatorClient>;

const understand = <Answer>(body: string, shape: ZodType<Answer>): Answer => {
  const parsed = shape.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || '.';
  throw new Refused(
    'answer-not-understood',
    say(
      `La réponse du simulateur est incompréhensible (${where} : ${issue?.message}).`,
      `The simulator’s answer cannot be understood (${where}: ${issue?.message}).`,
    ),
  );
};
