import type { CheckPoint, ConnectionHealth } from '@parvis/application/accounting/accounting-connector';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { asOutcome, outcomeOf, Refused } from './failures.js';

/** One thing to look at in a system. */
export interface Look {
  /** `credentials`, `journal`…: stable, the connector's own. */
  readonly subject: string;
  readonly label: Bilingual;
  /** Says what was found; throws `Refused` with what a person must mend. */
  look(): Promise<Bilingual>;
  /** Where this is wrong nothing after it can be looked at. */
  readonly vital?: true;
}

/** Looks at one thing after the other and tells each; throws `NotNow` or `NoAnswer` where the system cannot be asked. */
export const lookAtAll = async (
  looks: readonly Look[],
): Promise<{ readonly points: readonly CheckPoint[]; readonly wrong: Refused | undefined }> => {
  const points: CheckPoint[] = [];
  let wrong: Refused | undefined;
  let goOn = true;
  for (const { subject, label, look, vital = false } of looks) {
    if (!goOn) {
      points.push({ subject, label, state: 'notLookedAt', message: lookedAtLater });
      continue;
    }
    try {
      points.push({ subject, label, state: 'fine', message: await look() });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      points.push({ subject, label, state: 'wrong', message: error.said });
      wrong ??= error;
      goOn = !vital;
    }
  }
  return { points, wrong };
};

/** The health of a connection: fine when every look found what it needs, else refused with the first thing to mend. */
export const checkUp = (looks: readonly Look[], version: () => string): Promise<ConnectionHealth> =>
  asOutcome(async (): Promise<ConnectionHealth> => {
    const { points, wrong } = await lookAtAll(looks);
    const outcome = wrong && outcomeOf(wrong);
    return { ...(outcome ?? { kind: 'fine', version: version() }), points };
  });

const lookedAtLater = say(
  'Vérifié dès que le point précédent est réglé.',
  'Looked at as soon as the point before is settled.',
);
