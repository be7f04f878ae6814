import type { CalendarDate } from '../invoice/invoice.js';
import type { DirectoryService } from './directory-entry.js';
import { editDistance, forgivenSlips } from './edit-distance.js';
import { emptyWords } from './name-words.js';
import { plainWords } from './plain-words.js';
import { lettersOf } from './same-letters.js';
import { commonWords, type Need, needsOf } from './service-words.js';

/** A service the supplier has invoiced before: the newest of its invoices there. */
export interface ServiceUse {
  readonly code: string;
  readonly on: CalendarDate;
  /** The supplier's own number of that invoice. */
  readonly number: string;
}

/** Why a service is proposed. `asked` is the plain word of the question, `found` that of the service. */
export type AdviceReason =
  | { readonly kind: 'used'; readonly on: CalendarDate; readonly number: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'word'; readonly found: string }
  | { readonly kind: 'need'; readonly asked: string; readonly found: string; readonly need: Need }
  | { readonly kind: 'likeness'; readonly asked: string; readonly found: string };

export interface ServiceAdvice {
  readonly service: DirectoryService;
  /** Habit first, then the strongest of what the words tell; never empty. */
  readonly reasons: readonly AdviceReason[];
}

export interface AdviceQuestion {
  /** Those that take invoices, in the order of the entity. */
  readonly services: readonly DirectoryService[];
  /** What is invoiced, in plain words; descriptions of lines will do. */
  readonly words: string;
  readonly history?: readonly ServiceUse[];
  /** Forgives slips: for words that somebody typed to find a service. True by default. */
  readonly forgiving?: boolean;
}

/**
 * Which service an invoice is for, the likeliest first. What the supplier has invoiced there before and what answers the
 * words come first, then what answers the words, then what was invoiced before. Slips are forgiven only where nothing
 * else answers.
 */
export const adviseServices = ({
  services,
  words,
  history = [],
  forgiving = true,
}: AdviceQuestion): ServiceAdvice[] => {
  const asked = tellingWords(words);
  const nearly = nearlyAs(asked);
  const exact = services.flatMap((service) => judged(service, words, asked, exactly));
  const answering =
    exact.length > 0 || !forgiving
      ? exact
      : services.flatMap((service) => judged(service, words, asked, nearly));
  const useOf = new Map(history.map((use) => [use.code, use]));
  const answered = answering
    .sort((one, other) => other.strength - one.strength)
    .map(({ service, reasons }) => ({
      service,
      reasons: [...usedReason(useOf.get(service.code)), ...reasons],
    }));
  const codes = new Set(answered.map(({ service }) => service.code));
  const usedOnly = history.flatMap((use) => {
    const service = services.find(({ code }) => code === use.code);
    return service && !codes.has(use.code) ? [{ service, reasons: usedReason(use) }] : [];
  });
  const usedBefore = ({ service }: ServiceAdvice): boolean => useOf.has(service.code);
  return [...answered.filter(usedBefore), ...answered.filter((advice) => !usedBefore(advice)), ...usedOnly];
};

interface Judged {
  readonly service: DirectoryService;
  readonly reasons: readonly AdviceReason[];
  readonly strength: number;
}

/** Descriptions of lines go on and on; the first words tell what is sold. */
const MOST_WORDS = 24;

const tellingWords = (text: string): string[] =>
  [...new Set(plainWords(text).split(' '))]
    .filter((word) => word.length >= 3 && !emptyWords.has(word))
    .slice(0, MOST_WORDS);

type Compare = (asked: string, found: readonly string[]) => Match | undefined;

interface Match {
  readonly reason: AdviceReason;
  readonly strength: number;
}

const judged = (
  service: DirectoryService,
  words: string,
  asked: readonly string[],
  compare: Compare,
): Judged[] => {
  const found = plainWords(`${service.name} ${service.code} ${service.description ?? ''}`).split(' ');
  const code: Match[] =
    words.trim() !== '' && lettersOf(service.code) === lettersOf(words.trim())
      ? [{ reason: { kind: 'code' }, strength: 100 }]
      : [];
  const matches = [...code, ...asked.flatMap((word) => compare(word, found) ?? [])].sort(
    (one, other) => other.strength - one.strength,
  );
  if (matches.length === 0) return [];
  const strength = matches.reduce((sum, match) => sum + match.strength, 0);
  return [{ service, reasons: matches.slice(0, 1).map(({ reason }) => reason), strength }];
};

/** A word of the service, the beginning of one, or another word for the same need. */
const exactly: Compare = (asked, found) => {
  if (found.includes(asked)) return { reason: { kind: 'word', found: asked }, strength: 10 };
  const begun = found.find((word) => sharesBeginning(word, asked));
  if (begun !== undefined) return { reason: { kind: 'word', found: begun }, strength: 8 };
  for (const need of needsOf(asked)) {
    const other = found.find((word) => need.words.includes(word));
    if (other !== undefined) return { reason: { kind: 'need', asked, found: other, need }, strength: 5 };
  }
  return undefined;
};

/** Slips in a few words, and the common words that may have been meant: looked up once, not for each service. */
const nearlyAs = (asked: readonly string[]): Compare => {
  const typed = asked.slice(0, MOST_DOUBTED);
  const meant = new Map(typed.map((word) => [word, commonWords.find((common) => isLike(word, common))]));
  const alike = new Map<string, boolean>();
  const seems = (word: string, other: string): boolean => {
    const key = `${word} ${other}`;
    const known = alike.get(key) ?? isLike(word, other);
    alike.set(key, known);
    return known;
  };
  return (word, found) => {
    if (!meant.has(word)) return undefined;
    const like = found.find((other) => seems(word, other));
    if (like !== undefined) return { reason: { kind: 'likeness', asked: word, found: like }, strength: 3 };
    const common = meant.get(word);
    return common === undefined ? undefined : exactly(common, found);
  };
};

const MOST_DOUBTED = 5;

const isLike = (asked: string, word: string): boolean =>
  Math.abs(asked.length - word.length) <= 2 &&
  /^[a-z]+$/.test(word) &&
  editDistance(asked, word) <= forgivenSlips(asked.length);

/** The beginning of a word stands for it from four letters on; a longer word for its beginning from six on. */
const sharesBeginning = (word: string, asked: string): boolean => {
  const shorter = Math.min(word.length, asked.length);
  if (shorter < 4) return false;
  return word.startsWith(asked) || (asked.startsWith(word) && word.length >= 6);
};

const usedReason = (use: ServiceUse | undefined): AdviceReason[] =>
  use ? [{ kind: 'used', on: use.on, number: use.number }] : [];
