-- An entity's accounting systems, what was delivered to them and what came back; keyed on the recipient like its invoices.

CREATE TABLE accounting_connection (
  recipient_id uuid NOT NULL REFERENCES structure,
  connection_id uuid NOT NULL,
  system text NOT NULL,
  name text NOT NULL,
  active boolean NOT NULL,
  deliver_when text NOT NULL CHECK (deliver_when IN ('madeAvailable', 'serviceConfirmed')),
  -- What stands under "secrets" is encrypted by the application.
  settings jsonb NOT NULL,
  -- Opaque: each connector writes and reads its own.
  cursor text,
  last_pulled_at timestamptz,
  last_problem text,
  last_problem_at timestamptz,
  PRIMARY KEY (recipient_id, connection_id)
);

CREATE TABLE delivery (
  recipient_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  connection_id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  state text NOT NULL,
  attempts integer NOT NULL,
  created_at timestamptz NOT NULL,
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  delivered_at timestamptz,
  remote_id text,
  remote_number text,
  remote_status text,
  problem_code text,
  problem text,
  PRIMARY KEY (recipient_id, invoice_id, connection_id, revision),
  FOREIGN KEY (recipient_id, invoice_id) REFERENCES invoice,
  FOREIGN KEY (recipient_id, connection_id) REFERENCES accounting_connection
);

CREATE INDEX delivery_newest ON delivery (recipient_id, created_at DESC, invoice_id, connection_id, revision);
CREATE INDEX delivery_by_state ON delivery (recipient_id, state, created_at DESC);
CREATE INDEX delivery_by_remote_id ON delivery (recipient_id, connection_id, remote_id) WHERE remote_id IS NOT NULL;

-- Only one process at a time delivers an invoice over a connection.
CREATE TABLE delivery_lease (
  recipient_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  connection_id uuid NOT NULL,
  leased_until timestamptz NOT NULL,
  PRIMARY KEY (recipient_id, invoice_id, connection_id),
  FOREIGN KEY (recipient_id, invoice_id) REFERENCES invoice
);

-- Each state of each bill is applied once, however often the accounting system tells it.
CREATE TABLE applied_status (
  recipient_id uuid NOT NULL,
  connection_id uuid NOT NULL,
  fingerprint text NOT NULL,
  remote_id text NOT NULL,
  status jsonb NOT NULL,
  applied_at timestamptz NOT NULL,
  PRIMARY KEY (recipient_id, connection_id, fingerprint),
  FOREIGN KEY (recipient_id, connection_id) REFERENCES accounting_connection
);
