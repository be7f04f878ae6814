import { accept, refuse } from '@parvis/domain/result/result';
import type { ZodType } from 'zod';
import type { ConnectorTools } from './connector-tools.js';
import { asUnavailable } from './failures.js';
import type { SetUpStep, StepFindings } from './set-up.js';
import { settingsFaults } from './settings-fault.js';

/**
 * The live test of a step of setting up: reads the fields it needs with `shape`, then looks. `look` may throw `NotNow`
 * or `NoAnswer`; what the system refuses it tells as a point (see `lookAtAll`).
 */
export const liveTest =
  <Known>(
    shape: ZodType<Known>,
    look: (known: Known, tools: ConnectorTools) => Promise<StepFindings>,
  ): NonNullable<SetUpStep['test']> =>
  async (raw, tools) => {
    const parsed = shape.safeParse(raw, { reportInput: true });
    if (!parsed.success) return refuse(settingsFaults(parsed.error.issues));
    return accept(await asUnavailable(() => look(parsed.data, tools)));
  };
