import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ConnectionShell } from '../connection/connection-shell.js';
import { ReconciliationTab } from './reconciliation-tab.js';

const route = getRouteApi('/inside/connecteurs/$id/rapprochement');

export function ReconciliationPage(): ReactNode {
  const { id } = route.useParams();
  return (
    <ConnectionShell key={id} id={id} tab="reconciliation">
      {() => <ReconciliationTab connectionId={id} />}
    </ConnectionShell>
  );
}
