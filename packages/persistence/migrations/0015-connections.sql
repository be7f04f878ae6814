-- Connections that people set up themselves, what passed over each, what came in by itself, and the comparison of both
-- sides. Everything is keyed on the entity, like its invoices.

ALTER TABLE accounting_connection
  ADD COLUMN environment text NOT NULL DEFAULT 'production' CHECK (environment IN ('simulator', 'test', 'production')),
  ADD COLUMN live boolean NOT NULL DEFAULT true,
  -- Cancelled there means refused here, without anybody being asked.
  ADD COLUMN refuse_when_cancelled boolean NOT NULL DEFAULT false,
  ADD COLUMN paused_at timestamptz,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE accounting_connection
  ALTER COLUMN environment DROP DEFAULT,
  ALTER COLUMN live DROP DEFAULT,
  ALTER COLUMN created_at DROP DEFAULT,
  -- A sentence in each language: { "fr": …, "en": … }.
  ALTER COLUMN last_problem TYPE jsonb
    USING CASE WHEN last_problem IS NOT NULL THEN jsonb_build_object('fr', last_problem, 'en', last_problem) END;

ALTER TABLE delivery
  ALTER COLUMN problem TYPE jsonb
    USING CASE WHEN problem IS NOT NULL THEN jsonb_build_object('fr', problem, 'en', problem) END;
UPDATE delivery SET state = 'needsAttention'
  WHERE state = 'refused' AND problem_code IN ('amount-differs', 'typed-in-by-hand');

-- The delivery page draws delay and failures by hour, and replays what was delivered since a date.
CREATE INDEX delivery_of_connection ON delivery (recipient_id, connection_id, created_at DESC);
CREATE INDEX delivery_delivered ON delivery (recipient_id, connection_id, delivered_at) WHERE delivered_at IS NOT NULL;
-- Deliveries that nothing will try any more are looked for every hour.
CREATE INDEX delivery_under_way ON delivery ((coalesce(next_attempt_at, last_attempt_at, created_at)))
  WHERE state IN ('waiting', 'sending');

-- What was said over a connection, without secrets; forgotten after a while.
CREATE TABLE exchange (
  recipient_id uuid NOT NULL,
  connection_id uuid NOT NULL,
  exchange_id bigint GENERATED ALWAYS AS IDENTITY,
  invoice_id uuid,
  key text,
  at timestamptz NOT NULL,
  what text NOT NULL,
  question jsonb NOT NULL,
  answer jsonb,
  failure text,
  milliseconds integer NOT NULL,
  PRIMARY KEY (recipient_id, connection_id, exchange_id),
  FOREIGN KEY (recipient_id, connection_id) REFERENCES accounting_connection ON DELETE CASCADE
);
CREATE INDEX exchange_of_invoice ON exchange (recipient_id, invoice_id, exchange_id DESC) WHERE invoice_id IS NOT NULL;
CREATE INDEX exchange_of_none ON exchange (recipient_id, connection_id, exchange_id DESC) WHERE invoice_id IS NULL;
CREATE INDEX exchange_by_age ON exchange (at);

-- What an accounting system has sent by itself. The same bytes twice are one message.
CREATE TABLE connection_inbox (
  recipient_id uuid NOT NULL,
  connection_id uuid NOT NULL,
  place bigint NOT NULL,
  received_at timestamptz NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (recipient_id, connection_id, place),
  UNIQUE (recipient_id, connection_id, sha256),
  FOREIGN KEY (recipient_id, connection_id) REFERENCES accounting_connection ON DELETE CASCADE
);

CREATE TABLE reconciliation (
  recipient_id uuid NOT NULL,
  connection_id uuid NOT NULL,
  reconciliation_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  problem jsonb,
  counts jsonb NOT NULL,
  PRIMARY KEY (recipient_id, reconciliation_id),
  FOREIGN KEY (recipient_id, connection_id) REFERENCES accounting_connection ON DELETE CASCADE
);
CREATE INDEX reconciliation_of_connection ON reconciliation (recipient_id, connection_id, started_at DESC);

CREATE TABLE discrepancy (
  recipient_id uuid NOT NULL,
  reconciliation_id uuid NOT NULL,
  place integer NOT NULL,
  finding text NOT NULL,
  invoice_id uuid,
  invoice_number text,
  gross_here text,
  gross_there text,
  remote_id text,
  remote_number text,
  PRIMARY KEY (recipient_id, reconciliation_id, place),
  FOREIGN KEY (recipient_id, reconciliation_id) REFERENCES reconciliation ON DELETE CASCADE
);

-- Numbers that other systems demand of us in sequence and never twice. They belong to the entity: two connections into
-- the same books must not give one number to two invoices, and a connection that goes away takes none of them with it.
CREATE TABLE connection_number (
  recipient_id uuid NOT NULL REFERENCES structure,
  sequence text NOT NULL,
  key text NOT NULL,
  number bigint NOT NULL,
  given_at timestamptz NOT NULL,
  note text,
  PRIMARY KEY (recipient_id, sequence, key),
  UNIQUE (recipient_id, sequence, number)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON connection_number, exchange, connection_inbox, reconciliation, discrepancy TO parvis_gateway;
DO $$
DECLARE
  held text;
BEGIN
  FOREACH held IN ARRAY ARRAY['connection_number', 'exchange', 'connection_inbox', 'reconciliation', 'discrepancy'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', held);
    EXECUTE format(
      'CREATE POLICY in_sight ON %I TO parvis_gateway USING (recipient_id = ANY ((SELECT structures_in_sight())::uuid[]))',
      held);
  END LOOP;
END
$$;
