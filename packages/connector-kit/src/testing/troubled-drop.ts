import type { Drop, WithDrop } from '../drop/drop.js';
import { NoAnswer } from '../exchange.js';
import { type Mistreatment, makeTroubleList, type Trouble, type TroubledStep } from './trouble.js';

/** Stands between a connector and a real place. */
export interface DropTrouble extends Trouble {
  around(open: WithDrop): WithDrop;
}

/** What may be done to one act. */
interface Act<Answer> {
  readonly steps: readonly TroubledStep[];
  readonly list: 'acts' | 'writes' | 'reads';
  /** What the usual list calls it, where its own has another name for it. */
  readonly otherwise?: readonly TroubledStep[];
  act(): Promise<Answer>;
  /** Half of it. */
  half?(): Promise<unknown>;
  rewritten?(answer: Answer, rewrite: (body: string) => string): Answer;
}

const broken = (): NoAnswer => new NoAnswer('ECONNRESET');

/** The last renaming brings a bill into being; half of one can only stand where files are written. */
export const makeDropTrouble = (): DropTrouble => {
  const lists = { acts: makeTroubleList(), writes: makeTroubleList(), reads: makeTroubleList() };

  const pass = async <Answer>({
    steps,
    list,
    otherwise = steps,
    act,
    half,
    rewritten,
  }: Act<Answer>): Promise<Answer> => {
    const mistreatment =
      lists[list].take(steps) ?? (list === 'acts' ? undefined : lists.acts.take(otherwise));
    switch (mistreatment?.kind) {
      case undefined:
        return act();
      case 'down':
        throw new NoAnswer('ECONNREFUSED');
      case 'half':
        await half?.();
        throw broken();
      case 'ask-twice':
        await act();
        return act();
      case 'rewrite': {
        const answer = await act();
        if (!rewritten) throw broken();
        return rewritten(answer, mistreatment.rewrite);
      }
      case 'lose':
      case 'hold':
        await act();
        throw broken();
    }
  };

  const listOf = (step: TroubledStep, { kind }: Mistreatment) => {
    if (kind === 'half' && step === 'create') return lists.writes;
    return kind === 'rewrite' && step === 'news' ? lists.reads : lists.acts;
  };

  return {
    next: (step, mistreatment, when) => listOf(step, mistreatment).next(step, mistreatment, when),
    calm: () => lists.acts.calm() + lists.writes.calm() + lists.reads.calm(),
    around: (open) => (work) => open((drop) => work(troubled(drop, pass))),
  };
};

const troubled = (drop: Drop, pass: <Answer>(act: Act<Answer>) => Promise<Answer>): Drop => {
  const any = { steps: ['any'], list: 'acts' } as const;
  const news = (path: string) => (path.startsWith('out') ? (['any', 'news'] as const) : (['any'] as const));
  const bill = (path: string) => (path.startsWith('in/') ? (['any', 'create'] as const) : (['any'] as const));
  return {
    list: (path) => pass({ ...any, steps: news(path), act: () => drop.list(path) }),
    folders: (path) => pass({ ...any, act: () => drop.folders(path) }),
    read: (path) =>
      pass({
        steps: news(path),
        list: 'reads',
        act: () => drop.read(path),
        rewritten: (bytes, rewrite) => bytes && Buffer.from(rewrite(Buffer.from(bytes).toString('utf8'))),
      }),
    size: (path) => pass({ ...any, act: () => drop.size(path) }),
    create: (path, bytes) =>
      pass({
        steps: ['create'],
        list: 'writes',
        otherwise: ['any'],
        act: () => drop.create(path, bytes),
        half: () => drop.create(path, bytes.subarray(0, Math.floor(bytes.length / 2))),
      }),
    move: (from, to) => pass({ ...any, steps: bill(to), act: () => drop.move(from, to) }),
    remove: (path) => pass({ ...any, act: () => drop.remove(path) }),
    makeFolder: (path) => pass({ ...any, act: () => drop.makeFolder(path) }),
  };
};
