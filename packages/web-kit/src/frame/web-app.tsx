import { ApolloProvider } from '@apollo/client/react';
import { AppFrame } from '@parvis/ui/frame/app-frame';
import type { FrameEnvironment } from '@parvis/ui/frame/navigation';
import type { LinkProps } from '@parvis/ui/link/link';
import { UiProvider } from '@parvis/ui/provider/ui-provider';
import { PageLoading } from '@parvis/ui/states/page-loading';
import type { ComponentType, ReactNode } from 'react';
import type { Connection } from '../apollo/create-client.js';
import { Broken } from '../errors/broken.js';
import { SessionGate } from '../session/session-gate.js';
import type { SessionWatch } from '../session/session-watch.js';
import { SignInPage } from '../session/sign-in-page.js';
import { chooseLanguage, useLanguage } from '../words/i18n.js';

export interface WebAppProps {
  readonly connection: Connection;
  readonly watch: SessionWatch;
  /** Draws every link: `appLink` with the app's router. */
  readonly link: ComponentType<LinkProps>;
  readonly product: string;
  /** Which door of the product this is: "Espace fournisseur". */
  readonly area: string;
  readonly homeHref: string;
  readonly environment?: FrameEnvironment;
  /** What one comes here for, on the sign-in page. */
  readonly intro: ReactNode;
  readonly children: ReactNode;
}

/** All that stands around the pages of either app: look, language, gateway, session. */
export function WebApp(props: WebAppProps): ReactNode {
  const { connection, watch, link, intro, children, ...frame } = props;
  const language = useLanguage();
  const outside = (content: ReactNode): ReactNode => (
    <AppFrame {...frame} onLanguageChange={chooseLanguage}>
      {content}
    </AppFrame>
  );
  return (
    <UiProvider language={language} link={link}>
      <ApolloProvider client={connection.client}>
        <SessionGate
          watch={watch}
          reopenLine={connection.reopenLine}
          homeHref={frame.homeHref}
          signInPage={(form) => <SignInPage {...frame} intro={intro} form={form} />}
          loading={outside(<PageLoading shape="block" />)}
          broken={(error, retry) => outside(<Broken wholePage error={error} onRetry={retry} />)}
        >
          {children}
        </SessionGate>
      </ApolloProvider>
    </UiProvider>
  );
}
