import { connect } from '@parvis/web-kit/apollo/create-client';
import { appLink } from '@parvis/web-kit/frame/app-link';
import { WebApp } from '@parvis/web-kit/frame/web-app';
import { SessionWatch } from '@parvis/web-kit/session/session-watch';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { paths } from '../paths.js';
import { SupplierFrame } from './supplier-frame.js';
import { useFrameWords } from './words.js';

const watch = new SessionWatch();
const connection = connect(watch);

/** The app from the outside in: look, language, gateway, session, frame; the page goes in the middle. */
export function SupplierApp(): ReactNode {
  const say = useFrameWords();
  const { history } = useRouter();
  const [link] = useState(() => appLink(paths.home, (href) => history.push(href)));
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
      <SupplierFrame />
    </WebApp>
  );
}
