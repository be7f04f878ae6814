import { CopyText } from '@parvis/ui/display/copy-text';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import classes from './connection.module.css';
import type { SettledConnection } from './settled-connection.js';

/** Where the other system may tell us that something changed, instead of being asked. */
export function NewsAddress({ connection }: { readonly connection: SettledConnection }): ReactNode {
  const say = useWords();
  const { postAddress, newsToken } = connection;
  return (
    <section className={`pv-panel ${classes.section}`}>
      <h2>{say('news')}</h2>
      <p className={classes.help}>{say('newsText')}</p>
      <KeyValueList
        entries={[
          {
            key: 'address',
            label: say('newsAddress'),
            value: <CopyText value={postAddress} label={say('newsAddress')} />,
          },
          ...(newsToken
            ? [
                {
                  key: 'token',
                  label: say('newsToken'),
                  value: (
                    <CopyText
                      value={newsToken}
                      shown={`${newsToken.slice(0, 6)}…`}
                      label={say('newsToken')}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
