-- Engagements of public entities: what each has set aside for an order, as told by a file, a form or its accounting system.

CREATE TABLE engagement (
  recipient_id uuid NOT NULL REFERENCES structure,
  -- In the order of its letters' codes, whatever the language of the database: pages and their cursors agree on it.
  number text COLLATE "C" NOT NULL CHECK (number <> '' AND length(number) <= 50),
  label text NOT NULL,
  service_code text,
  supplier_identifier text,
  -- What suppliers are compared by: the SIREN of a SIRET, else the identifier without spaces and signs.
  supplier_key text,
  supplier_name text,
  -- Tax included; null: the entity did not say.
  amount_total numeric,
  amount_left numeric,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- Both days included.
  valid_from date,
  valid_until date,
  source text NOT NULL CHECK (source IN ('file', 'accounting', 'form')),
  closed boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL,
  -- Small letters without accents of number, label and supplier, for searching.
  plain_text text NOT NULL,
  PRIMARY KEY (recipient_id, number),
  CHECK (valid_until >= valid_from)
);

-- What is proposed to a supplier whose number is unknown.
CREATE INDEX engagement_of_supplier ON engagement (recipient_id, supplier_key, number) WHERE NOT closed;

CREATE INDEX engagement_of_service ON engagement (recipient_id, service_code, number);

-- Absent: engagements are kept and not checked.
CREATE TABLE engagement_settings (
  recipient_id uuid PRIMARY KEY REFERENCES structure,
  check_by text NOT NULL CHECK (check_by IN ('none', 'advise', 'enforce')),
  accepts_excess boolean NOT NULL,
  updated_at timestamptz NOT NULL
);
