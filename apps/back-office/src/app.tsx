import { ApolloProvider } from '@apollo/client/react';
import { AppFrame } from '@parvis/ui/frame/app-frame';
import { UiProvider } from '@parvis/ui/provider/ui-provider';
import { PageLoading } from '@parvis/ui/states/page-loading';
import type { Connection } from '@parvis/web-kit/apollo/create-client';
import { Broken } from '@parvis/web-kit/errors/broken';
import { appLink } from '@parvis/web-kit/frame/app-link';
import { SessionGate } from '@parvis/web-kit/session/session-gate';
import type { SessionWatch } from '@parvis/web-kit/session/session-watch';
import { SignInPage } from '@parvis/web-kit/session/sign-in-page';
import { chooseLanguage, useLanguage } from '@parvis/web-kit/words/i18n';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from './frame/words.js';
import { paths } from './paths.js';
import { router } from './router.js';

const Link = appLink(paths.inbox, (href) => router.history.push(href));

interface AppProps {
  readonly watch: SessionWatch;
  readonly connection: Connection;
}

export function App({ watch, connection }: AppProps): ReactNode {
  return (
    <UiProvider language={useLanguage()} link={Link}>
      <ApolloProvider client={connection.client}>
        <Door watch={watch} reopenLine={connection.reopenLine} />
      </ApolloProvider>
    </UiProvider>
  );
}

interface DoorProps {
  readonly watch: SessionWatch;
  readonly reopenLine: Connection['reopenLine'];
}

/** Strangers sign in; whoever is known goes in. */
function Door({ watch, reopenLine }: DoorProps): ReactNode {
  const say = useWords();
  const frame = { product: say('product'), area: say('area'), homeHref: paths.inbox };
  const outside = (content: ReactNode): ReactNode => (
    <AppFrame {...frame} onLanguageChange={chooseLanguage}>
      {content}
    </AppFrame>
  );
  return (
    <SessionGate
      watch={watch}
      reopenLine={reopenLine}
      signInPage={(form) => <SignInPage {...frame} intro={say('intro')} form={form} />}
      loading={outside(<PageLoading shape="block" />)}
      broken={(error, retry) => outside(<Broken wholePage error={error} onRetry={retry} />)}
    >
      <RouterProvider router={router} />
    </SessionGate>
  );
}
