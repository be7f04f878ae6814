import { inPlatformsName } from '@parvis/application/access/sight';
import { makeAskFactorReset, makeViewFactorReset } from '@parvis/application/people/factor-resets/ask-reset';
import {
  type DecideResetPorts,
  makeApproveFactorReset,
  makeStopFactorReset,
} from '@parvis/application/people/factor-resets/decide-reset';
import {
  makeListFactorResets,
  makeListFactorResetsToDecide,
  makeViewOwnFactorReset,
} from '@parvis/application/people/factor-resets/list-resets';
import type { FactorResetUseCases } from '../people/reset/factor-reset-use-cases.js';

/**
 * In the platform's name: managers of other structures are told, operators belong to none, whoever asks has no session.
 * Each use case asks by itself who may.
 */
export const makeFactorResetUseCases = (ports: DecideResetPorts): FactorResetUseCases => ({
  askFactorReset: inPlatformsName(makeAskFactorReset(ports)),
  viewFactorReset: inPlatformsName(makeViewFactorReset(ports)),
  approveFactorReset: inPlatformsName(makeApproveFactorReset(ports)),
  stopFactorReset: inPlatformsName(makeStopFactorReset(ports)),
  listFactorResets: inPlatformsName(makeListFactorResets(ports)),
  listFactorResetsToDecide: inPlatformsName(makeListFactorResetsToDecide(ports)),
  viewOwnFactorReset: inPlatformsName(makeViewOwnFactorReset(ports)),
});
