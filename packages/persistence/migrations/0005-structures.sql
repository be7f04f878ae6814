-- Structures beyond the SIRET: other identifiers, address, contact, validity, bank accounts, and what became of an
-- identifier that was left.

ALTER TABLE structure
  ADD COLUMN identifier_type text NOT NULL DEFAULT 'SIRET'
    CHECK (identifier_type IN ('SIRET', 'UE_HORS_FRANCE', 'HORS_UE', 'RIDET', 'TAHITI', 'PARTICULIER', 'AUTRE')),
  ADD COLUMN identifier text,
  ADD COLUMN street text,
  ADD COLUMN post_code text,
  -- ISO 3166-1 alpha-2.
  ADD COLUMN country text NOT NULL DEFAULT 'FR' CHECK (country ~ '^[A-Z]{2}$'),
  -- Worked out by the application from the post code: what people of the place call it (2A, 2B, 974).
  ADD COLUMN department text,
  ADD COLUMN vat_identifier text,
  -- Whom suppliers may ask; shown to everyone.
  ADD COLUMN contact_name text,
  ADD COLUMN contact_email text,
  ADD COLUMN contact_phone text,
  ADD COLUMN contact_note text,
  ADD COLUMN works_authority text NOT NULL DEFAULT 'no' CHECK (works_authority IN ('no', 'also', 'only')),
  -- Both days included.
  ADD COLUMN valid_from date,
  ADD COLUMN valid_until date,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

UPDATE structure SET identifier = siret;
ALTER TABLE structure ALTER COLUMN identifier_type DROP DEFAULT;

ALTER TABLE structure
  ALTER COLUMN identifier SET NOT NULL,
  ALTER COLUMN siret DROP NOT NULL,
  DROP CONSTRAINT structure_side_siret_key,
  ADD CONSTRAINT structure_identifier_key UNIQUE (side, identifier_type, identifier),
  ADD CONSTRAINT structure_siret_is_its_identifier
    CHECK (CASE identifier_type WHEN 'SIRET' THEN siret IS NOT NULL AND siret = identifier ELSE siret IS NULL END),
  -- Invoices reach a public entity by its SIRET (BT-46).
  ADD CONSTRAINT public_entity_has_siret CHECK (side = 'supplier' OR identifier_type = 'SIRET'),
  ADD CONSTRAINT structure_validity CHECK (valid_until >= valid_from);

ALTER TABLE structure DROP CONSTRAINT structure_kind_check;
UPDATE structure SET kind = 'privateCompany' WHERE kind IS NULL;

-- A public body that sends invoices is a supplier with a public kind.
ALTER TABLE structure
  ALTER COLUMN kind SET NOT NULL,
  ADD CONSTRAINT structure_kind_check CHECK (kind IN (
    'privateCompany', 'soleTrader', 'person', 'state', 'localAuthority', 'hospital', 'publicEstablishment')),
  ADD CONSTRAINT public_entity_has_public_kind
    CHECK (side = 'supplier' OR kind IN ('state', 'localAuthority', 'hospital', 'publicEstablishment'));

-- Whoever signs up is shown every structure of the legal unit, whatever its side.
DROP INDEX structure_siren;
CREATE INDEX structure_siren ON structure (left(siret, 9));

ALTER TABLE service
  ADD COLUMN description text,
  ADD COLUMN street text,
  ADD COLUMN post_code text,
  ADD COLUMN town text,
  ADD COLUMN valid_from date,
  ADD COLUMN valid_until date,
  -- Null: the entity's own setting holds.
  ADD COLUMN reports_payment boolean,
  ADD COLUMN contact_email text,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD CONSTRAINT service_validity CHECK (valid_until >= valid_from);

-- Where a supplier is paid. An account is ended, never changed: invoices of its time were paid to it.
CREATE TABLE bank_account (
  structure_id uuid NOT NULL REFERENCES structure,
  bank_account_id uuid NOT NULL,
  label text NOT NULL,
  iban text NOT NULL,
  bic text,
  -- A factor's account stands for the supplier's own (affacturage).
  owner text NOT NULL CHECK (owner IN ('own', 'factor')),
  factor_name text,
  valid_from date NOT NULL,
  valid_until date,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (structure_id, bank_account_id),
  CHECK (valid_until >= valid_from),
  CHECK ((owner = 'factor') = (factor_name IS NOT NULL))
);

-- Identifiers a structure has left: whoever looks for one is told where the structure is now.
CREATE TABLE structure_identifier_history (
  structure_id uuid NOT NULL REFERENCES structure,
  side text NOT NULL,
  identifier_type text NOT NULL,
  identifier text NOT NULL,
  -- The first day of the next identifier.
  left_on date NOT NULL,
  -- The last day on which invoices naming the old identifier are still taken in.
  accepted_until date NOT NULL,
  changed_by_user_id text NOT NULL,
  changed_by_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  -- A structure may come back to an identifier and leave it again.
  PRIMARY KEY (side, identifier_type, identifier, changed_at),
  CHECK (accepted_until >= left_on)
);

CREATE INDEX structure_identifier_history_of_structure ON structure_identifier_history (structure_id, changed_at DESC);
-- The search of the directory asks by the beginning of an identifier, whatever the collation.
CREATE INDEX structure_identifier_history_beginning ON structure_identifier_history (identifier text_pattern_ops);

CREATE TRIGGER structure_identifier_history_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON structure_identifier_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
