-- Badges are for everybody of an organisation; a pathway is for workers alone. The default stays for nodes of the version before.
ALTER TABLE worker ADD COLUMN kind text NOT NULL DEFAULT 'WORKER'
    CONSTRAINT worker_kind_check CHECK (kind IN ('WORKER', 'PERMANENT', 'VOLUNTEER', 'TRAINEE'));
