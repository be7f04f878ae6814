import type { Mandate } from '@parvis/application/mandates/mandate-store';
import type { Work } from '@parvis/application/ports/work';
import { demoPeople } from './demo-people.js';
import { structureIds } from './demo-structures.js';

const DAY_IN_MS = 86_400_000;

const id = (position: number): string => `01900000-0000-7000-8003-${String(position).padStart(12, '0')}`;

/** A request that waits at the town, and the mandates of the accountant; what is there already is left as it is. */
export const saveRequestsAndMandates = async (work: Work): Promise<void> => {
  await saveRequest(work);
  await saveMandate(work, { id: id(2), clientId: structureIds.papeterie, givenByName: 'Paule Bocage' });
  await saveMandate(work, { id: id(3), clientId: structureIds.traiteur, givenByName: 'Hugo Lemaire' });
};

const saveRequest = (work: Work): Promise<void> =>
  work.run(async ({ joinRequests }) => {
    const person = demoPeople.find(({ structure }) => structure === undefined);
    const structureId = structureIds.town;
    if (!person || (await joinRequests.find(structureId, id(1)))) return;
    const askedAt = new Date(Date.now() - 2 * DAY_IN_MS);
    await joinRequests.add({
      id: id(1),
      structureId,
      userId: person.userId,
      state: 'waiting',
      message: 'Je remplace Anne au service des écoles à partir du mois prochain.',
      askedAt,
      expiresAt: new Date(askedAt.getTime() + 60 * DAY_IN_MS),
    });
  });

const saveMandate = (work: Work, mandate: Pick<Mandate, 'id' | 'clientId' | 'givenByName'>): Promise<void> =>
  work.run(async ({ mandates }) => {
    if (await mandates.find(mandate.id)) return;
    const givenAt = new Date(Date.now() - 90 * DAY_IN_MS);
    await mandates.add({
      ...mandate,
      holderId: structureIds.cabinet,
      kind: 'accountant',
      grants: [{ space: 'issuedInvoices', level: 'full' }],
      state: 'accepted',
      reason: 'Tenue de la comptabilité et dépôt des factures',
      startsAt: givenAt,
      endsAt: new Date(givenAt.getTime() + 365 * DAY_IN_MS),
      givenAt,
      decidedAt: givenAt,
      decidedByName: 'Odile Roche',
    });
  });
