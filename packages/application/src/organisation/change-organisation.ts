import type { Actor, Person } from '@parvis/domain/access/actor';
import {
  checkOrganisation,
  draftOf,
  type OrganisationDraft,
  tidyOrganisation,
} from '@parvis/domain/directory/organisation-form';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores } from '../ports/work.js';
import type { Organisation } from './organisation.js';
import { faultyForm, type OrganisationRefusal } from './organisation-refusal.js';
import { lockedAsSeen, type OwnStructurePorts, personWho } from './own-structure.js';
import { type OrganisationView, viewOf } from './view-organisation.js';

export interface ChangeOrganisationCommand {
  readonly structureId: string;
  readonly draft: OrganisationDraft;
  /** `updatedAt` of the state the person saw; the act is refused when somebody changed it since. */
  readonly seenAt?: Date;
}

export type ChangeOrganisation = (
  command: ChangeOrganisationCommand,
  actor: Actor,
) => Promise<Result<OrganisationView, OrganisationRefusal>>;

/** Names, address, VAT number and contact; each field that changes is in the trace with what stood there. */
export const makeChangeOrganisation =
  (ports: Pick<OwnStructurePorts, 'work' | 'now'>): ChangeOrganisation =>
  async ({ structureId, draft, seenAt }, actor) => {
    const person = personWho(actor, 'organisation:change', structureId);
    if (!person.ok) return person;
    return ports.work.run(async (stores) => {
      const found = await lockedAsSeen(stores, structureId, seenAt);
      if (!found.ok) return found;
      const organisation = found.value;
      const faults = checkOrganisation(draft, organisation.identifier);
      if (faults.length > 0) return refuse(faultyForm(draft, faults));
      const at = ports.now();
      const facts = tidyOrganisation(draft);
      const details = differences(draftOf(organisation), draftOf(facts));
      // Saving what is there already leaves no trace.
      if (Object.keys(details).length > 0) {
        await stores.organisations.changeFacts(structureId, facts, at);
        await trace(stores, organisation, person.value, { at, details });
      }
      const changed = (await stores.organisations.find(structureId)) ?? organisation;
      return accept(await viewOf(stores, changed, actor, at));
    });
  };

type Differences = Readonly<Record<string, { readonly before: string; readonly after: string }>>;

const differences = (before: OrganisationDraft, after: OrganisationDraft): Differences =>
  Object.fromEntries(
    fields
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );

const fields: readonly (keyof OrganisationDraft)[] = [
  'name',
  'street',
  'postCode',
  'town',
  'country',
  'vatIdentifier',
  'contactName',
  'contactEmail',
  'contactPhone',
  'contactNote',
];

const trace = (
  { accessTrace }: Stores,
  { structureId, name }: Organisation,
  by: Person,
  { at, details }: { readonly at: Date; readonly details: Differences },
): Promise<void> =>
  accessTrace.record({
    structureId,
    at,
    byUserId: by.userId,
    byName: by.name,
    act: 'organisation.changed',
    subject: name,
    details,
  });
