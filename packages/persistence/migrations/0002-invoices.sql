-- Tables that grow with invoices: the recipient stands first in every key, so that one entity's invoices, events and
-- documents live together, on one machine or on a cluster distributed on recipient_id.

CREATE TABLE invoice (
  recipient_id uuid NOT NULL REFERENCES structure,
  invoice_id uuid NOT NULL,
  supplier_id uuid NOT NULL REFERENCES structure,
  supplier_name text NOT NULL,
  recipient_name text NOT NULL,
  -- BT-1, as sent.
  number text NOT NULL,
  issue_date date NOT NULL,
  type_code text NOT NULL,
  currency text NOT NULL,
  -- Exact, with the decimals as written: numeric without a scale keeps them.
  tax_exclusive numeric NOT NULL,
  tax_inclusive numeric NOT NULL,
  due numeric NOT NULL,
  service_code text,
  engagement_number text,
  syntax text NOT NULL,
  channel text NOT NULL,
  deposited_at timestamptz NOT NULL,
  warnings jsonb NOT NULL,
  -- The whole invoice in EN 16931 terms.
  content jsonb NOT NULL,
  -- From here on the row is the projection of its events.
  status text NOT NULL,
  sequence integer NOT NULL CHECK (sequence >= 1),
  last_event_hash text NOT NULL,
  status_since timestamptz NOT NULL,
  made_available_at timestamptz,
  payment_due_date date,
  PRIMARY KEY (recipient_id, invoice_id)
);

-- The lists of a public entity, in the orders people may choose; the invoice tells equal rows apart.
CREATE INDEX invoice_received ON invoice (recipient_id, deposited_at DESC, invoice_id);
CREATE INDEX invoice_received_by_status ON invoice (recipient_id, status, deposited_at DESC, invoice_id);
CREATE INDEX invoice_received_by_service ON invoice (recipient_id, service_code, deposited_at DESC, invoice_id);
CREATE INDEX invoice_received_by_due_date
  ON invoice (recipient_id, (coalesce(payment_due_date, DATE '9999-12-31')), invoice_id);
CREATE INDEX invoice_received_by_amount ON invoice (recipient_id, tax_inclusive DESC, invoice_id);

-- A supplier's own list asks every recipient's rows: a declared fan-out on a cluster.
CREATE INDEX invoice_issued ON invoice (supplier_id, deposited_at DESC, invoice_id);
CREATE INDEX invoice_issued_by_status ON invoice (supplier_id, status, deposited_at DESC, invoice_id);
CREATE INDEX invoice_issued_by_due_date
  ON invoice (supplier_id, (coalesce(payment_due_date, DATE '9999-12-31')), invoice_id);
CREATE INDEX invoice_issued_by_amount ON invoice (supplier_id, tax_inclusive DESC, invoice_id);

-- Part of the number, of the other side's name or of the engagement number; the separator is a character nobody types.
CREATE INDEX invoice_received_text ON invoice USING gin (
  recipient_id, (lower(number || E'\x1f' || supplier_name || E'\x1f' || coalesce(engagement_number, ''))) gin_trgm_ops
);
CREATE INDEX invoice_issued_text ON invoice USING gin (
  supplier_id, (lower(number || E'\x1f' || recipient_name || E'\x1f' || coalesce(engagement_number, ''))) gin_trgm_ops
);

-- Append-only history, numbered from 1 for each invoice; each event carries the hash of the one before.
CREATE TABLE life_cycle_event (
  recipient_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  sequence integer NOT NULL CHECK (sequence >= 1),
  action text NOT NULL,
  from_status text,
  to_status text NOT NULL,
  moves boolean NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  actor_name text NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  reason_code text,
  reason_text text,
  comment text,
  document_ids uuid[] NOT NULL,
  -- The accounting system's own word and number, as received.
  source_system text,
  source_code text,
  source_reference text,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (recipient_id, invoice_id, sequence),
  FOREIGN KEY (recipient_id, invoice_id) REFERENCES invoice
);

-- What belongs to an invoice: the original as received, and what was added later. The bytes lie in the document store.
CREATE TABLE invoice_document (
  recipient_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  document_id uuid NOT NULL,
  -- The event that added it, and its place among the documents of that event.
  sequence integer NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size >= 0),
  sha256 text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  PRIMARY KEY (recipient_id, invoice_id, document_id),
  FOREIGN KEY (recipient_id, invoice_id, sequence) REFERENCES life_cycle_event
);

-- One number per supplier and year of issue, whatever the recipient: a rule that spans recipients has a table of its own,
-- keyed and distributed on the supplier.
CREATE TABLE invoice_number (
  supplier_id uuid NOT NULL,
  year integer NOT NULL,
  number text NOT NULL,
  recipient_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  PRIMARY KEY (supplier_id, year, number)
);

-- The keys under which programs repeat a deposit whose answer they lost.
CREATE TABLE deposit_key (
  supplier_id uuid NOT NULL,
  key text NOT NULL,
  sha256 text NOT NULL,
  recipient_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (supplier_id, key)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER life_cycle_event_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON life_cycle_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER invoice_document_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON invoice_document
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the supplier sent is evidence: nobody changes it, whatever becomes of the invoice.
CREATE TRIGGER invoice_stays_as_sent
  BEFORE UPDATE OF recipient_id, invoice_id, supplier_id, number, issue_date, type_code, currency, tax_exclusive,
    tax_inclusive, due, syntax, channel, deposited_at, content ON invoice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER invoice_is_never_deleted
  BEFORE DELETE OR TRUNCATE ON invoice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
