-- The second barrier. What the gateway does for somebody runs as the role parvis_gateway, which sees the rows of the
-- structures named in `parvis.structures` and no others: a condition forgotten in a query shows nothing instead of
-- everything. The worker, the migrations and the loading of demonstration data act for the platform and run without it.

-- Roles belong to the whole server: another database of it may have made this one already, or be making it now.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parvis_gateway') THEN
    CREATE ROLE parvis_gateway NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'the role parvis_gateway is missing, and % may not create roles', current_user
      USING HINT = format('As an administrator: CREATE ROLE parvis_gateway NOLOGIN; GRANT parvis_gateway TO %I;', current_user);
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'parvis_gateway', 'SET') THEN
    EXECUTE format('GRANT parvis_gateway TO %I WITH SET TRUE, INHERIT FALSE', current_user);
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION '% may not take the role parvis_gateway', current_user
      USING HINT = format('As an administrator: GRANT parvis_gateway TO %I;', current_user);
END
$$;

-- What later migrations and the job queues make is granted with them.
GRANT USAGE ON SCHEMA public TO parvis_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO parvis_gateway;
REVOKE ALL ON parvis_migration FROM parvis_gateway;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO parvis_gateway;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO parvis_gateway;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO parvis_gateway;
DO $$
BEGIN
  IF to_regnamespace('pgboss') IS NOT NULL THEN
    GRANT USAGE ON SCHEMA pgboss TO parvis_gateway;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO parvis_gateway;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO parvis_gateway;
  END IF;
END
$$;

-- Evidence is added to and read, nothing else.
REVOKE UPDATE, DELETE ON life_cycle_event, invoice_document, access_trace FROM parvis_gateway;
REVOKE DELETE ON invoice FROM parvis_gateway;

-- Accounts are made and entered in the platform's name alone. Whoever acts for a person may have a message sent, and
-- reads none: others' codes and links stand in them.
REVOKE ALL ON pending_sign_up, account_link, asking, outgoing_mail FROM parvis_gateway;
GRANT INSERT, SELECT (mail_id, created_at) ON outgoing_mail TO parvis_gateway;

-- So are sessions and whatever proves who somebody is. Of people, colleagues see the name and the address: no query made in
-- somebody's name can show a password's hash, or put another in its place.
REVOKE ALL ON session, failed_sign_in, totp, webauthn_credential, recovery_code, sign_in_challenge,
  openid_request, openid_identity, openid_link, person FROM parvis_gateway;
GRANT SELECT (user_id, email, name, language, last_signed_in_at) ON person TO parvis_gateway;
-- The worker's alone.
REVOKE ALL ON warning_given FROM parvis_gateway;

-- Nothing said is nothing seen. Policies ask it in a subquery: once for a query instead of once for a row.
CREATE FUNCTION structures_in_sight() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('parvis.structures', true), ''), '{}')::uuid[]
$$;

CREATE FUNCTION user_in_sight() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('parvis.user', true), '')::uuid
$$;

-- Tables that hold one organisation's data, by the column that says whose. A policy without a command holds for all:
-- rows that one may not see can be neither changed nor added.
DO $$
DECLARE
  held record;
BEGIN
  FOR held IN
    SELECT * FROM (VALUES
      ('invoice_number', 'supplier_id'),
      ('deposit_key', 'supplier_id'),
      ('bank_account', 'structure_id'),
      ('accounting_connection', 'recipient_id'),
      ('delivery', 'recipient_id'),
      ('engagement', 'recipient_id'),
      ('engagement_settings', 'recipient_id'),
      ('delivery_lease', 'recipient_id'),
      ('applied_status', 'recipient_id'),
      ('technical_account', 'structure_id'),
      ('invitation', 'structure_id')
    ) AS tables (table_name, column_name)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', held.table_name);
    EXECUTE format(
      'CREATE POLICY in_sight ON %I TO parvis_gateway USING (%I = ANY ((SELECT structures_in_sight())::uuid[]))',
      held.table_name, held.column_name);
  END LOOP;
END
$$;

-- An invoice is its recipient's and its supplier's.
ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON invoice TO parvis_gateway USING (
  recipient_id = ANY ((SELECT structures_in_sight())::uuid[])
  OR supplier_id = ANY ((SELECT structures_in_sight())::uuid[])
);

-- Its history and its documents are in sight with it; only suppliers pay for asking, and by primary key.
ALTER TABLE life_cycle_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON life_cycle_event TO parvis_gateway USING (
  recipient_id = ANY ((SELECT structures_in_sight())::uuid[])
  OR EXISTS (
    SELECT FROM invoice
    WHERE invoice.recipient_id = life_cycle_event.recipient_id AND invoice.invoice_id = life_cycle_event.invoice_id
  )
);
ALTER TABLE invoice_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON invoice_document TO parvis_gateway USING (
  recipient_id = ANY ((SELECT structures_in_sight())::uuid[])
  OR EXISTS (
    SELECT FROM invoice
    WHERE invoice.recipient_id = invoice_document.recipient_id AND invoice.invoice_id = invoice_document.invoice_id
  )
);

-- Everyone may look up an entity and its services; only its own people change them. Signing up makes new ones, in the
-- platform's name.
ALTER TABLE structure ENABLE ROW LEVEL SECURITY;
CREATE POLICY public ON structure FOR SELECT TO parvis_gateway USING (true);
CREATE POLICY in_sight ON structure FOR UPDATE TO parvis_gateway
  USING (structure_id = ANY ((SELECT structures_in_sight())::uuid[]));
ALTER TABLE service ENABLE ROW LEVEL SECURITY;
CREATE POLICY public ON service FOR SELECT TO parvis_gateway USING (true);
CREATE POLICY in_sight ON service TO parvis_gateway
  USING (structure_id = ANY ((SELECT structures_in_sight())::uuid[]));

-- What an entity was called before is public too; its own people leave a SIRET, and nobody in their name.
ALTER TABLE structure_identifier_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY public ON structure_identifier_history FOR SELECT TO parvis_gateway USING (true);
CREATE POLICY in_sight ON structure_identifier_history FOR INSERT TO parvis_gateway
  WITH CHECK (structure_id = ANY ((SELECT structures_in_sight())::uuid[]));
-- Editions of the directory are the worker's.
REVOKE INSERT, UPDATE, DELETE ON directory_edition, directory_published FROM parvis_gateway;
REVOKE UPDATE, DELETE ON directory_word FROM parvis_gateway;

-- What is done in a structure leaves its trace there, which its own people read.
ALTER TABLE access_trace ENABLE ROW LEVEL SECURITY;
CREATE POLICY new ON access_trace FOR INSERT TO parvis_gateway
  WITH CHECK (structure_id = ANY ((SELECT structures_in_sight())::uuid[]));
CREATE POLICY in_sight ON access_trace FOR SELECT TO parvis_gateway
  USING (structure_id = ANY ((SELECT structures_in_sight())::uuid[]));

-- Keys are in sight with their account; whoever presents one is recognised by the platform.
ALTER TABLE technical_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON technical_key TO parvis_gateway
  USING (EXISTS (SELECT FROM technical_account WHERE technical_account.account_id = technical_key.account_id));
-- The worker's alone.
ALTER TABLE technical_key_warning ENABLE ROW LEVEL SECURITY;

-- Anybody may ask to join a structure or claim it, by an act of the platform's: they see what they asked, its own people see
-- who asks and answer.
ALTER TABLE join_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON join_request FOR SELECT TO parvis_gateway USING (user_id = (SELECT user_in_sight()));
CREATE POLICY in_sight ON join_request TO parvis_gateway
  USING (structure_id = ANY ((SELECT structures_in_sight())::uuid[]));
-- Claims are made and decided in the platform's name alone.
ALTER TABLE ownership_claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON ownership_claim FOR SELECT TO parvis_gateway USING (
  structure_id = ANY ((SELECT structures_in_sight())::uuid[]) OR user_id = (SELECT user_in_sight())
);
ALTER TABLE ownership_claim_vote ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON ownership_claim_vote FOR SELECT TO parvis_gateway USING (
  EXISTS (
    SELECT FROM ownership_claim
    WHERE ownership_claim.structure_id = ownership_claim_vote.structure_id
      AND ownership_claim.claim_id = ownership_claim_vote.claim_id
  )
);

-- Who is in a structure, and what somebody holds themselves: to be seen, never to be taken.
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON membership TO parvis_gateway USING (
  structure_id = ANY ((SELECT structures_in_sight())::uuid[]) OR user_id = (SELECT user_in_sight())
) WITH CHECK (structure_id = ANY ((SELECT structures_in_sight())::uuid[]));
ALTER TABLE membership_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON membership_grant TO parvis_gateway USING (
  structure_id = ANY ((SELECT structures_in_sight())::uuid[]) OR user_id = (SELECT user_in_sight())
) WITH CHECK (structure_id = ANY ((SELECT structures_in_sight())::uuid[]));

-- A file that waits for its invoice or its import is whoever's sent it.
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON upload TO parvis_gateway USING (user_id = (SELECT user_in_sight()));

-- A mandate is the client's and the holder's.
ALTER TABLE mandate ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON mandate TO parvis_gateway USING (
  client_id = ANY ((SELECT structures_in_sight())::uuid[]) OR holder_id = ANY ((SELECT structures_in_sight())::uuid[])
);

-- What lists read. Before a policy has looked at a row, only conditions that PostgreSQL calls leakproof may use an
-- index: a search in texts (LIKE) or a place in the order of amounts (numeric) may not, and would read every invoice
-- of the entity. A view of the owner's says the same as the policy and leaves the planner free.
CREATE VIEW received_invoice AS
  SELECT * FROM invoice WHERE recipient_id = ANY ((SELECT structures_in_sight())::uuid[]);
CREATE VIEW issued_invoice AS
  SELECT * FROM invoice WHERE supplier_id = ANY ((SELECT structures_in_sight())::uuid[]);
REVOKE INSERT, UPDATE, DELETE ON received_invoice, issued_invoice FROM parvis_gateway;
