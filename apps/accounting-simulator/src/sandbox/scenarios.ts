import type { Act } from '../bills/bill-acts.js';
import type { Language } from '../page/words.js';

/** What the practising accountant does with a bill, one step after the other. */
export type ScenarioStep =
  | { readonly act: Act; readonly reason?: string; readonly paces?: number }
  /** A draft thrown away without a word. */
  | { readonly act: 'delete'; readonly paces?: number };

export interface Scenario {
  /** The supplier's number ends with it: `F-2026-7-REFUS`. Undefined: every other number. */
  readonly ending?: string;
  readonly steps: readonly ScenarioStep[];
  readonly shown: Readonly<Record<Language, string>>;
}

const toPaid: readonly ScenarioStep[] = [{ act: 'post' }, { act: 'book' }, { act: 'pay' }];

/** Every end that a bill can come to, each chosen by the supplier's own number: nobody needs the keys of this house. */
export const scenarios: readonly Scenario[] = [
  {
    steps: toPaid,
    shown: { fr: 'Mandatée, comptabilisée, mise en paiement', en: 'Payment ordered, booked, paid' },
  },
  {
    ending: 'COMPLET',
    steps: [{ act: 'validate' }, ...toPaid],
    shown: { fr: 'Service fait, puis jusqu’au paiement', en: 'Service confirmed, then up to payment' },
  },
  {
    ending: 'DIRECT',
    steps: [{ act: 'post' }, { act: 'pay' }],
    shown: { fr: 'Payée sans étape de comptabilisation', en: 'Paid without a booking step' },
  },
  {
    ending: 'REFUS',
    steps: [{ act: 'cancel', reason: 'Bon de livraison manquant' }],
    shown: {
      fr: 'Rejetée avec un motif, avant tout numéro',
      en: 'Rejected with a reason, before any number',
    },
  },
  {
    ending: 'ANNULE',
    steps: [{ act: 'post' }, { act: 'cancel', reason: 'Mandat émis deux fois' }],
    shown: {
      fr: 'Annulée après mandatement : quelqu’un doit décider',
      en: 'Cancelled after the payment order: somebody must decide',
    },
  },
  {
    ending: 'RETOUR',
    steps: [...toPaid, { act: 'returnPayment', reason: 'Compte bancaire clos' }, { act: 'pay' }],
    shown: { fr: 'Paiement revenu impayé, puis payé', en: 'Payment returned, then paid' },
  },
  {
    ending: 'LENT',
    steps: toPaid.map((step) => ({ ...step, paces: 10 })),
    shown: { fr: 'Comme les autres, dix fois plus lentement', en: 'Like the others, ten times as slowly' },
  },
  { ending: 'ATTENTE', steps: [], shown: { fr: 'Reste en brouillon', en: 'Stays a draft' } },
  {
    ending: 'SUPPRIME',
    steps: [{ act: 'delete' }],
    shown: { fr: 'Brouillon supprimé sans un mot', en: 'Draft deleted without a word' },
  },
];

export const scenarioOf = (reference: string): Scenario => {
  const usual = scenarios[0];
  const named = scenarios.find(({ ending }) => ending !== undefined && endsWith(reference, ending));
  return named ?? usual ?? { steps: [], shown: { fr: '', en: '' } };
};

/** `…-REFUS`, in any case. */
export const endsWith = (reference: string, ending: string): boolean =>
  reference.toUpperCase().endsWith(`-${ending}`);
