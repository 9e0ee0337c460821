-- Whether an organisation writes down numbers of PASS IAE. Those that hold some go on.
ALTER TABLE organisation ADD COLUMN asks_pass_iae boolean NOT NULL DEFAULT false;
UPDATE organisation o SET asks_pass_iae = true
WHERE EXISTS (SELECT FROM pathway p WHERE p.organisation_id = o.id AND p.pass_iae IS NOT NULL);
