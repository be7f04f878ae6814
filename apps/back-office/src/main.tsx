import { connect } from '@parvis/web-kit/apollo/create-client';
import { SessionWatch } from '@parvis/web-kit/session/session-watch';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';

const watch = new SessionWatch();
const connection = connect(watch);
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

createRoot(root).render(
  <StrictMode>
    <App watch={watch} connection={connection} />
  </StrictMode>,
);
