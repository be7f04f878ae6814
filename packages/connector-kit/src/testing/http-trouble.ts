import { type FaultyProxy, type PassingQuestion, startFaultyProxy } from './faulty-proxy.js';
import { makeTroubleList, type Trouble, type TroubledStep } from './trouble.js';

export interface HttpTrouble extends Trouble {
  /** In place of the real system's origin. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** How a system's questions are told apart. */
export interface HttpSteps {
  creates(question: PassingQuestion): boolean;
  asksForNews(question: PassingQuestion): boolean;
}

/** Trouble for a system reached over HTTP at `origin`: a proxy that mistreats what it is told to. */
export const startHttpTrouble = async (origin: string, steps: HttpSteps): Promise<HttpTrouble> => {
  const list = makeTroubleList();
  const proxy: FaultyProxy = await startFaultyProxy(origin, (question) =>
    list.take(stepsOf(question, steps)),
  );
  return { ...list, origin: proxy.origin, stop: proxy.stop };
};

const stepsOf = (question: PassingQuestion, { creates, asksForNews }: HttpSteps): readonly TroubledStep[] => [
  ...(creates(question) ? (['create'] as const) : []),
  ...(asksForNews(question) ? (['news'] as const) : []),
  'any',
];
