-- Roles of the platform, access space by space, and mails written with the change that causes them.

ALTER TABLE membership DROP CONSTRAINT membership_role_check;

CREATE TABLE membership_grant (
  user_id uuid NOT NULL,
  structure_id uuid NOT NULL,
  space text NOT NULL,
  level text NOT NULL CHECK (level IN ('read', 'full')),
  -- Only these services of a public entity; null: the whole structure.
  services text[],
  until timestamptz,
  PRIMARY KEY (user_id, structure_id, space),
  FOREIGN KEY (user_id, structure_id) REFERENCES membership ON DELETE CASCADE
);

-- What agents and readers could do, said space by space.
INSERT INTO membership_grant (user_id, structure_id, space, level)
SELECT user_id, structure_id, space, CASE role WHEN 'agent' THEN 'full' ELSE 'read' END
FROM membership
JOIN structure USING (structure_id)
CROSS JOIN LATERAL unnest(
  CASE side WHEN 'supplier' THEN ARRAY['issuedInvoices'] ELSE ARRAY['receivedInvoices', 'connections'] END
) AS space
WHERE role IN ('agent', 'reader');

UPDATE membership SET role = CASE role WHEN 'manager' THEN 'mainManager' ELSE 'user' END;

ALTER TABLE membership
  ADD CONSTRAINT membership_role_check CHECK (role IN ('mainManager', 'deputyManager', 'user')),
  ADD COLUMN until timestamptz;

CREATE INDEX membership_of_structure ON membership (structure_id, user_id);

-- Technical accounts upload files too.
ALTER TABLE upload DROP CONSTRAINT upload_user_id_fkey;

CREATE TABLE outgoing_mail (
  mail_id uuid PRIMARY KEY,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  problem text
);

CREATE INDEX outgoing_mail_newest ON outgoing_mail (created_at DESC);
