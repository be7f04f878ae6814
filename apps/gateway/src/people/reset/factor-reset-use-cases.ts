import type { AskFactorReset, ViewFactorReset } from '@parvis/application/people/factor-resets/ask-reset';
import type {
  ApproveFactorReset,
  StopFactorReset,
} from '@parvis/application/people/factor-resets/decide-reset';
import type {
  ListFactorResets,
  ListFactorResetsToDecide,
  ViewOwnFactorReset,
} from '@parvis/application/people/factor-resets/list-resets';

/** The way back for whoever lost every second factor. */
export interface FactorResetUseCases {
  readonly askFactorReset: AskFactorReset;
  readonly viewFactorReset: ViewFactorReset;
  readonly approveFactorReset: ApproveFactorReset;
  readonly stopFactorReset: StopFactorReset;
  readonly listFactorResets: ListFactorResets;
  readonly listFactorResetsToDecide: ListFactorResetsToDecide;
  readonly viewOwnFactorReset: ViewOwnFactorReset;
}
