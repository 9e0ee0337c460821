-- Ids and closed codes only. Rows are inserted in the act's own transaction and never changed.
CREATE TABLE audit_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL,
    organisation_id uuid REFERENCES organisation (id),
    actor_kind      text NOT NULL CHECK (actor_kind IN ('ACCOUNT', 'HOLDER', 'SLIP', 'SYSTEM')),
    actor_id        uuid,
    code            text NOT NULL CHECK (code ~ '^[A-Z][A-Z_]{2,40}$'),
    subject_id      uuid,
    CHECK ((actor_kind = 'SYSTEM') = (actor_id IS NULL))
);
CREATE INDEX audit_event_of_organisation ON audit_event (organisation_id, id);
CREATE INDEX audit_event_of_subject ON audit_event (subject_id, id);

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
-- A line may be written for anybody (a sign-in that failed has no tenant yet); it is read by its own organisation alone.
CREATE POLICY audit_event_written ON audit_event FOR INSERT WITH CHECK (true);
CREATE POLICY audit_event_read ON audit_event FOR SELECT USING (organisation_id = app_organisation());
GRANT SELECT, INSERT ON audit_event TO badges_app;

-- The scheduler's own table, in the shape its documentation gives for PostgreSQL.
CREATE TABLE scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO badges_app;
