import { connect } from '@parvis/web-kit/apollo/create-client';
import { appLink } from '@parvis/web-kit/frame/app-link';
import { WebApp } from '@parvis/web-kit/frame/web-app';
import { SessionWatch } from '@parvis/web-kit/session/session-watch';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../paths.js';
import { router } from '../routes/router.js';
import { useFrameWords } from './words.js';

const watch = new SessionWatch();
const connection = connect(watch);
const link = appLink(paths.home, (href) => router.history.push(href));

/** The app from the outside in: look, language, gateway, session; no page is loaded before one has signed in. */
export function SupplierApp(): ReactNode {
  const say = useFrameWords();
  return (
    <WebApp
      connection={connection}
      watch={watch}
      link={link}
      product={say('product')}
      area={say('area')}
      homeHref={paths.home}
      intro={say('introText')}
    >
      <RouterProvider router={router} />
    </WebApp>
  );
}
