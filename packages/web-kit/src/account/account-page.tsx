import { useApolloClient, useQuery } from '@apollo/client/react';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { type ReactNode, useState } from 'react';
import { Broken } from '../errors/broken.js';
import { OwnReset } from '../factor-resets/own-reset.js';
import { AccountProtectionDocument, type ProtectionPartsFragment } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { ChangeEmailSection } from '../sign-up/change-email-section.js';
import { ChangePasswordSection } from '../sign-up/change-password-section.js';
import classes from './account.module.css';
import { AppSection } from './app-section.js';
import { IdentitySection } from './identity-section.js';
import { PasskeySection } from './passkey-section.js';
import { ProofProvider } from './proof.js';
import { ProtectionLevel } from './protection-level.js';
import { RecoveryCodesDialog } from './recovery-codes-dialog.js';
import { RecoverySection } from './recovery-section.js';
import { factorsOf } from './section-props.js';
import { SessionsSection } from './sessions-section.js';
import { StructuresSection } from './structures-section.js';
import { useAccountWords } from './words.js';

/** Who I am, how my account is protected, where it is open. The same in both apps. */
export function AccountPage(): ReactNode {
  const say = useAccountWords();
  const { data, error, refetch } = useQuery(AccountProtectionDocument);
  if (!data)
    return error ? (
      <Broken wholePage error={error} onRetry={() => void refetch().catch(() => undefined)} />
    ) : (
      <PageLoading shape="form" />
    );
  return (
    <>
      <PageHeader title={say('title')} />
      <ProofProvider>
        <Sections protection={data.protection} />
      </ProofProvider>
    </>
  );
}

function Sections({ protection }: { readonly protection: ProtectionPartsFragment }): ReactNode {
  const say = useAccountWords();
  const { viewer } = useSession();
  const client = useApolloClient();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const onChanged = (changed: ProtectionPartsFragment, newCodes: readonly string[]): void => {
    client.writeQuery({ query: AccountProtectionDocument, data: { protection: changed } });
    if (newCodes.length > 0) setCodes(newCodes);
  };
  const parts = { protection, onChanged };
  return (
    <div className={classes.sections}>
      <OwnReset isProtected={factorsOf(protection) > 0} />
      <section className="pv-panel">
        <h2 className="pv-panel-title">{say('me')}</h2>
        <KeyValueList
          entries={[
            { key: 'name', label: say('name'), value: viewer.name },
            { key: 'email', label: say('email'), value: viewer.email },
          ]}
        />
      </section>
      <section className="pv-panel">
        <h2 className="pv-panel-title">{say('protection')}</h2>
        <ProtectionLevel protection={protection} />
        <div className={classes.factors}>
          <PasskeySection {...parts} />
          <AppSection {...parts} />
          <RecoverySection {...parts} />
          <IdentitySection {...parts} />
        </div>
      </section>
      <StructuresSection />
      <ChangePasswordSection />
      <ChangeEmailSection />
      <SessionsSection {...parts} />
      {codes.length > 0 && <RecoveryCodesDialog codes={codes} onClose={() => setCodes([])} />}
    </div>
  );
}
