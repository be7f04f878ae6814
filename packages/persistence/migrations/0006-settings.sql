-- What an entity's settings would have done to its invoices is counted, not read: the references stand in columns.

-- Worked out by the database from what was sent, which never changes.
ALTER TABLE invoice
  -- The contract number (BT-12) may stand in for the engagement number (BT-13).
  ADD COLUMN carries_engagement boolean NOT NULL GENERATED ALWAYS AS (
    engagement_number IS NOT NULL OR btrim(coalesce(content->>'contractReference', '')) <> ''
  ) STORED,
  -- BT-23: works documents have frameworks of their own. No framework is longer; a longer text is none.
  ADD COLUMN framework text GENERATED ALWAYS AS (left(btrim(content->>'businessProcess'), 20)) STORED;

-- Everything the count asks for stands in the index: the rows, with the whole invoice in them, are left alone.
CREATE INDEX invoice_received_references
  ON invoice (recipient_id, deposited_at) INCLUDE (service_code, carries_engagement, framework);

-- Whoever opens or closes many services needs them by state; the code tells them apart, byte by byte.
CREATE INDEX service_by_state ON service (structure_id, active, (code COLLATE "C"));

-- Two codes that differ by capitals alone are one code to whoever reads them aloud.
CREATE UNIQUE INDEX service_code_once ON service (structure_id, lower(code));

-- « false » used to mean what null means. From here on it says that a service does without the number its entity asks for:
-- nobody has said that yet.
UPDATE service SET engagement_number_required = NULL WHERE NOT engagement_number_required;
