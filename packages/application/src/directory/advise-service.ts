import type { Actor } from '@parvis/domain/access/actor';
import { structuresWhere } from '@parvis/domain/access/rights';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { receivesAt } from '@parvis/domain/directory/receives-at';
import { adviseServices, type ServiceAdvice } from '@parvis/domain/directory/service-advice';
import { parseSiret } from '@parvis/domain/directory/siret';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';

export interface AdviseServicePorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface AdviseServiceCommand {
  readonly siret: string;
  /** What is invoiced, in plain words; may be empty for whoever has invoiced there before. */
  readonly words: string;
}

export interface AdvisedEntry {
  readonly entry: DirectoryEntry;
  /** Ten at most. */
  readonly advice: readonly ServiceAdvice[];
}

/** Undefined when no entity has the SIRET. */
export type AdviseService = (
  command: AdviseServiceCommand,
  actor: Actor | undefined,
) => Promise<AdvisedEntry | undefined>;

const MOST_ADVICE = 10;
const LONGEST_TEXT = 500;

/** Which service of an entity an invoice is for, likeliest first; with what the actor's suppliers invoiced there before. */
export const makeAdviseService =
  ({ work, now }: AdviseServicePorts): AdviseService =>
  async ({ siret: text, words }, actor) => {
    const siret = parseSiret(text);
    if (!siret.ok) return undefined;
    const suppliers = actor ? structuresWhere(actor, 'issuedInvoice:read') : [];
    const known = await work.run(async ({ directory }) => {
      const entry = await directory.findRecipient(siret.value);
      return entry && { entry, history: await directory.servicesInvoiced(suppliers, entry.structureId) };
    });
    if (!known) return undefined;
    const { entry, history } = known;
    const services = openServices(entry, now());
    const advice = adviseServices({ services, words: words.slice(0, LONGEST_TEXT), history });
    return { entry, advice: advice.slice(0, MOST_ADVICE) };
  };

const openServices = ({ services }: DirectoryEntry, now: Date) => {
  const today = calendarDay(now);
  return services.filter((service) => receivesAt(service, today));
};
