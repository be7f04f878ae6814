import type { Language } from '../page/words.js';
import { endsWith } from './scenarios.js';

/** What happens to the delivery of a bill whose number ends so; `times`: how often before it goes through, else always. */
export interface DeliveryFault {
  readonly ending: string;
  readonly kind: 'busy' | 'broken' | 'closed' | 'lost' | 'unreadable' | 'cent' | 'late';
  readonly times?: number;
  readonly shown: Readonly<Record<Language, string>>;
}

export const deliveryFaults: readonly DeliveryFault[] = [
  {
    ending: 'OCCUPE',
    kind: 'busy',
    times: 2,
    shown: { fr: 'Trop de demandes (429), deux fois', en: 'Too many requests (429), twice' },
  },
  {
    ending: 'PANNE',
    kind: 'broken',
    times: 2,
    shown: { fr: 'Erreur 500, deux fois', en: 'Error 500, twice' },
  },
  {
    ending: 'CLOS',
    kind: 'closed',
    shown: { fr: 'Période comptable close : refusée', en: 'Fiscal period closed: refused' },
  },
  {
    ending: 'PERDU',
    kind: 'lost',
    times: 1,
    shown: { fr: 'Créée, et la réponse se perd', en: 'Made, and the answer is lost' },
  },
  {
    ending: 'ILLISIBLE',
    kind: 'unreadable',
    times: 1,
    shown: { fr: 'Créée, et la réponse est illisible', en: 'Made, and the answer cannot be read' },
  },
  {
    ending: 'CENTIME',
    kind: 'cent',
    shown: {
      fr: 'Enregistrée avec un centime de trop : mise de côté',
      en: 'Stored a cent too high: set aside',
    },
  },
  {
    ending: 'RETARD',
    kind: 'late',
    times: 1,
    shown: { fr: 'Réponse après une minute', en: 'Answer after a minute' },
  },
];

/** Remembers how often each number was mistreated, until the simulator is started again. */
export class DeliveryFaultMemory {
  private readonly struck = new Map<string, number>();

  /** The fault that strikes now; undefined when the delivery goes through. */
  take(reference: string): DeliveryFault['kind'] | undefined {
    const fault = deliveryFaults.find(({ ending }) => endsWith(reference, ending));
    if (!fault) return undefined;
    const before = this.struck.get(reference) ?? 0;
    if (fault.times !== undefined && before >= fault.times) return undefined;
    this.struck.set(reference, before + 1);
    return fault.kind;
  }
}
