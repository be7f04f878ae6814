import { say } from '@parvis/domain/display/language';
import { NoAnswer } from '../../exchange.js';
import { NotNow, Refused } from '../../failures.js';
import type { TroubledStep, TroubleList } from '../trouble.js';

/** Asks the paper books something, and answers as a network would. */
export type PaperLink = <Answer>(step: TroubledStep, ask: () => Answer) => Promise<Answer>;

export const openLink: PaperLink = async (_step, ask) => ask();

export const linkToNowhere: PaperLink = async () => {
  throw new NoAnswer('ECONNREFUSED');
};

export const linkWithoutSignIn: PaperLink = async () => {
  throw new Refused('credentials-refused', say('Identifiants refusés.', 'Credentials refused.'));
};

export const troubledLink =
  (list: TroubleList, timeoutMs: number): PaperLink =>
  async <Answer>(step: TroubledStep, ask: () => Answer): Promise<Answer> => {
    const mistreatment = list.take(step === 'any' ? ['any'] : [step, 'any']);
    if (mistreatment?.kind === 'down') throw new NotNow(say('En panne.', 'Down.'));
    if (mistreatment?.kind === 'half') throw new NoAnswer('ECONNRESET');
    if (mistreatment?.kind === 'ask-twice') ask();
    const answer = ask();
    if (mistreatment?.kind === 'lose') throw new NoAnswer('ECONNRESET');
    if (mistreatment?.kind === 'hold') await inTime(mistreatment.release, timeoutMs);
    return mistreatment?.kind === 'rewrite' ? reread(answer, mistreatment.rewrite) : answer;
  };

const inTime = async (release: Promise<void>, timeoutMs: number): Promise<void> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NoAnswer('timeout')), timeoutMs);
  await Promise.race([release, late.promise]).finally(() => clearTimeout(timer));
};

const reread = <Answer>(answer: Answer, rewrite: (text: string) => string): Answer => {
  try {
    return JSON.parse(rewrite(JSON.stringify(answer))) as Answer;
  } catch {
    throw new Refused('answer-not-understood', say('Réponse illisible.', 'The answer cannot be read.'));
  }
};
