import type { Side } from '@parvis/domain/access/actor';
import type { IdentifierProblem } from '@parvis/domain/directory/identifiers/parse-identifier';
import { parseIdentifier } from '@parvis/domain/directory/identifiers/parse-identifier';
import type { IdentifierType } from '@parvis/domain/directory/structure-identifier';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import { networkOf } from '../throttle.js';
import { type TooManyAskings, throttleAsking } from '../throttle-asking.js';
import { type FoundStructure, findStructure } from './find-structure.js';

export interface StructureForSignUpPorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface StructureForSignUpQuestion {
  readonly side: Side;
  readonly identifierType: IdentifierType;
  /** As typed. */
  readonly identifier: string;
  readonly networkAddress?: string;
}

/** What will come of signing up with this identifier, before anything is sent. */
export interface StructureForSignUpAnswer {
  readonly kind: FoundStructure['kind'] | 'malformed';
  /** Of the structure there is. */
  readonly name?: string;
  readonly town?: string;
  /** Of what is malformed. */
  readonly problem?: IdentifierProblem;
}

export type StructureForSignUp = (
  question: StructureForSignUpQuestion,
) => Promise<Result<StructureForSignUpAnswer, TooManyAskings>>;

const MINUTE = 60_000;

/** Names of structures are public; nobody reads the whole register this way all the same. */
export const makeStructureForSignUp =
  ({ work, now }: StructureForSignUpPorts): StructureForSignUp =>
  async ({ side, identifierType, identifier, networkAddress }) => {
    const read = parseIdentifier(identifierType, identifier);
    if (!read.ok) return accept({ kind: 'malformed', problem: read.refusal });
    return work.run(async (stores) => {
      if (networkAddress !== undefined) {
        const subject = `structure ${networkOf(networkAddress)}`;
        const heard = await throttleAsking(
          stores.askings,
          [{ subject, maximum: 60, windowInMs: 10 * MINUTE }],
          now(),
        );
        if (!heard.ok) return refuse(heard.refusal);
      }
      const found = await findStructure(stores, side, read.value);
      if (!('organisation' in found)) return accept({ kind: found.kind });
      const { name, address } = found.organisation;
      return accept({ kind: found.kind, name, ...(address.town ? { town: address.town } : {}) });
    });
  };
