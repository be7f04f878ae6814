import type { Level, Principal, Role, Space } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { spacesOf } from '@parvis/domain/access/spaces';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import type { Member, StructureAccess } from '../membership-store.js';
import type { PeopleRefusal } from '../refusals.js';

/** One person in one space. */
export interface RightsRow {
  /** Undefined for whoever was invited and has not answered: the rights begin when they do. */
  readonly name: string | undefined;
  readonly email: string;
  readonly role: Role;
  readonly space: Space;
  readonly level: Level;
  /** Codes; absent for the whole structure. */
  readonly services?: readonly string[];
  readonly until?: Date;
  readonly lastSignedInAt?: Date;
}

export interface RightsExport {
  readonly structure: StructureAccess;
  /** Read page by page while they are taken. */
  readonly rows: AsyncIterable<RightsRow>;
}

export type ExportRights = (
  structureId: string,
  actor: Principal,
) => Promise<Result<RightsExport, PeopleRefusal>>;

const PAGE = 500;
/** Far more than a structure sends in the 14 days that a link lasts: what is read at once stays small. */
const INVITATIONS = 10_000;

/** Who may do what in a structure, as it stands now, and who was invited to: a row for each person and space. */
export const makeExportRights =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): ExportRights =>
  async (structureId, actor) => {
    if (!may(actor, 'person:export', structureId))
      return refuse({ code: 'not-allowed', right: 'person:export' });
    const structure = await work.run(({ memberships }) => memberships.structure(structureId));
    if (!structure) return refuse({ code: 'structure-not-found' });
    return accept({ structure, rows: rowsOf(work, structure, now()) });
  };

async function* rowsOf(work: Work, structure: StructureAccess, at: Date): AsyncGenerator<RightsRow> {
  let after: string | undefined;
  do {
    const window = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await work.run(({ memberships }) => memberships.membersOf(structure.structureId, window));
    for (const member of page.members) yield* rowsOfMember(member, structure, at);
    after = page.next;
  } while (after !== undefined);
  const invitations = await work.run((stores) =>
    stores.invitations.waitingOf(structure.structureId, INVITATIONS),
  );
  for (const invitation of invitations)
    if (invitation.expiresAt > at) yield* rowsOfMember({ ...invitation, name: undefined }, structure, at);
}

type Holder = Pick<Member, 'email' | 'role' | 'grants' | 'until' | 'lastSignedInAt'> & {
  readonly name: string | undefined;
};

function* rowsOfMember(member: Holder, { side }: StructureAccess, at: Date): Generator<RightsRow> {
  const { name, email, role, until, lastSignedInAt } = member;
  if (until && until <= at) return;
  const grants =
    role === 'user'
      ? member.grants.filter((grant) => grant.until === undefined || grant.until > at)
      : spacesOf(side).map((space) => ({
          space,
          level: 'full' as const,
          services: undefined,
          until: undefined,
        }));
  for (const grant of grants) {
    const ends = [until, grant.until].filter((end) => end !== undefined);
    const first = ends.sort((one, other) => one.getTime() - other.getTime())[0];
    yield {
      name,
      email,
      role,
      space: grant.space,
      level: grant.level,
      ...(grant.services ? { services: grant.services } : {}),
      ...(first ? { until: first } : {}),
      ...(lastSignedInAt ? { lastSignedInAt } : {}),
    };
  }
}
