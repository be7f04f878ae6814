import type { FormOutcome } from '@parvis/ui/form/outcome';
import type { ReactNode } from 'react';
import type { SignInAnswerFragment } from '../gql/graphql.js';
import { PasskeyButton } from './passkey-button.js';
import { knowsPasskeys } from './passkey-device.js';
import classes from './sign-in-page.module.css';
import { useSessionWords } from './words.js';

export interface OtherWaysProps {
  readonly onAnswer: (answer: SignInAnswerFragment | undefined) => void;
  readonly onOutcome: (outcome: FormOutcome) => void;
}

/** Signing in without a password. */
export function OtherWays({ onAnswer, onOutcome }: OtherWaysProps): ReactNode {
  const say = useSessionWords();
  if (!knowsPasskeys()) return null;
  return (
    <div className={classes.ways}>
      <p className={classes.or}>{say('or')}</p>
      <PasskeyButton label={say('withPasskey')} onAnswer={onAnswer} onOutcome={onOutcome} />
    </div>
  );
}
