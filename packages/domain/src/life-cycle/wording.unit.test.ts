import { describe, expect, it } from 'vitest';
import { actionDone, actionLabel, actionNext } from './action-labels.js';
import { officialStatuses, statusExplanation, statusLabel } from './official-statuses.js';
import { reasonFor, reasonLabel, reasonOf, reasonsFor } from './reasons.js';
import { type Status, transitionOf, transitions } from './transitions.js';

const statuses = Object.keys(officialStatuses) as Status[];

describe('the words of the life cycle', () => {
  it('gives each status one Chorus Pro word of its own', () => {
    expect(new Set(statuses.map((status) => officialStatuses[status].code)).size).toBe(statuses.length);
  });

  it('keeps the words and numbers of the statuses that travel', () => {
    const official = (status: Status) => {
      const { code, number, pivot } = officialStatuses[status];
      return [code, number, pivot];
    };
    expect(official('deposited')).toEqual(['DEPOSEE', 200, '01']);
    expect(official('madeAvailable')).toEqual(['MISE_A_DISPOSITION', 203, '03']);
    expect(official('suspended')).toEqual(['SUSPENDUE', 208, '06']);
    expect(official('completed')).toEqual(['COMPLETEE', 209, '12']);
    expect(official('refused')).toEqual(['REJETEE', 210, '05']);
    expect(official('rejected')).toEqual(['NON_CONFORME', 213, undefined]);
    expect(official('serviceConfirmed')).toEqual(['SERVICE_FAIT', 204, '07']);
    expect(official('paymentOrdered')).toEqual(['MANDATEE', 204, '08']);
    expect(official('booked')).toEqual(['COMPTABILISEE', 204, '10']);
    expect(official('inPayment')).toEqual(['MISE_EN_PAIEMENT', 211, '11']);
  });

  it('says every status differently in each language', () => {
    for (const language of ['fr', 'en'] as const)
      expect(new Set(statuses.map((status) => statusLabel(status, language))).size).toBe(statuses.length);
    for (const status of statuses)
      expect(statusExplanation(status, 'fr')).not.toBe(statusExplanation(status, 'en'));
  });

  it('says every act in both languages, with what happens next', () => {
    for (const { action } of transitions)
      for (const say of [actionLabel, actionDone, actionNext])
        expect(say(action, 'fr')).not.toBe(say(action, 'en'));
  });
});

describe('reasons', () => {
  it('stands ready for every act that a person must justify', () => {
    const without = transitions
      .map(({ action }) => action)
      .filter((action) => transitionOf(action).requires === 'reason' && reasonsFor(action).length === 0);
    // A returned payment is told by the accounting system, in its own words.
    expect(without).toEqual(['returnPayment']);
  });

  it('suspends for the seven official reasons', () => {
    expect(reasonsFor('suspend').map(({ code }) => code)).toEqual([
      'JUSTIF_ABS',
      'COORD_BANC_ERR',
      'CMD_ERR',
      'SIRET_ERR',
      'CODE_ROUTAGE_ERR',
      'REF_CT_ABSENT',
      'REF_ERR',
    ]);
  });

  it('asks for a comment only with « autre »', () => {
    expect(
      reasonsFor('refuse')
        .filter(({ needsComment }) => needsComment)
        .map(({ code }) => code),
    ).toEqual(['AUTRE']);
  });

  it('lists each reason once and says it in both languages', () => {
    for (const action of ['suspend', 'refuse', 'reject', 'askReroute'] as const) {
      const list = reasonsFor(action);
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
      for (const { label, supplierText } of list) {
        expect(label.fr).not.toBe(label.en);
        expect(supplierText.fr).not.toBe(supplierText.en);
      }
    }
  });

  it('does not refuse for a reason of suspension', () => {
    expect(reasonFor('refuse', 'JUSTIF_ABS')).toBeUndefined();
    expect(reasonOf('JUSTIF_ABS')?.code).toBe('JUSTIF_ABS');
  });

  it('names a reason it does not know by its code', () => {
    expect(reasonLabel('JUSTIF_ABS', 'en')).toBe('Supporting document missing or insufficient');
    expect(reasonLabel('INCONNU', 'fr')).toBe('INCONNU');
  });
});
