import { Button } from '@parvis/ui/acts/button';
import { CopyText } from '@parvis/ui/display/copy-text';
import { Notice } from '@parvis/ui/display/notice';
import { type ReactNode, useState } from 'react';
import type { IssuedKeyFragment } from '../gql/graphql.js';
import classes from './technical-accounts.module.css';
import { type KeyTest, testKey } from './test-key.js';
import { useKeyWords } from './words.js';

export interface KeyShownProps {
  readonly issued: IssuedKeyFragment;
  /** A first call was made: its use can be seen. */
  readonly onTested: () => void;
  readonly onDone: () => void;
}

/** The one moment at which a key can be read, with a first call made from here. */
export function KeyShown({ issued, onTested, onDone }: KeyShownProps): ReactNode {
  const say = useKeyWords();
  const [test, setTest] = useState<KeyTest | 'under way'>();
  const { secret, key } = issued;
  const run = async (): Promise<void> => {
    setTest('under way');
    setTest(await testKey(secret));
    onTested();
  };
  return (
    <Notice tone="success" title={say('shownTitle')} live>
      <p>{say('shownText')}</p>
      <p className={classes.secret}>
        <CopyText value={secret} label={say('key')} />
      </p>
      <div className={classes.acts}>
        <Button variant="default" disabled={test === 'under way'} onClick={() => void run()}>
          {say(test === 'under way' ? 'testing' : 'test')}
        </Button>
        <Button onClick={onDone}>{say('done')}</Button>
      </div>
      {test && test !== 'under way' && (
        <p role="status">
          {test.works
            ? say('testWorks', { name: test.name, structure: test.structureName })
            : say('testFails', { message: test.message })}
        </p>
      )}
      <p>{say('example')}</p>
      <pre className={classes.example}>{exampleOf(secret)}</pre>
      <p>{say('tokens', { publicPart: key.publicPart })}</p>
    </Notice>
  );
}

const exampleOf = (secret: string): string =>
  [
    `curl ${location.origin}/graphql \\`,
    `  -H 'authorization: Bearer ${secret}' \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d '{"query":"{ callingProgram { name structureName rights } }"}'`,
  ].join('\n');
