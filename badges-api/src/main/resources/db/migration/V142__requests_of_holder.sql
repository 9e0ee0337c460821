-- What the holder of the transaction asked of the organisations that have a file of them; of one organisation alone where the space
-- is limited to it. Proposals of members are not theirs. A badge has
-- the name that is published.
CREATE FUNCTION requests_of_holder()
    RETURNS TABLE (id uuid, organisation_id uuid, worker_id uuid, organisation text, badge text, words text, state text,
                   question text, question_at timestamptz, answer text, reason text, reply text, offered boolean,
                   created_at timestamptz, closed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.id, r.organisation_id, r.worker_id, o.public_name, published.name, r.words, r.state, r.question, r.question_at, r.answer,
           r.reason, r.reply, r.offer_id IS NOT NULL, r.created_at, r.closed_at
    FROM worker w
    JOIN badge_request r ON r.worker_id = w.id AND r.organisation_id = w.organisation_id
    JOIN organisation o ON o.id = r.organisation_id
    LEFT JOIN LATERAL (
        SELECT v.content ->> 'name' AS name FROM achievement_version v
        WHERE v.achievement_id = r.achievement_id AND v.organisation_id = r.organisation_id
        ORDER BY v.version DESC LIMIT 1) published ON true
    WHERE w.holder_id = app_holder() AND w.erased_at IS NULL AND r.asked_by IS NULL
      AND w.organisation_id = coalesce(limited_organisation(), w.organisation_id)
    ORDER BY r.created_at DESC, r.id DESC
$$;
REVOKE ALL ON FUNCTION requests_of_holder() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION requests_of_holder() TO badges_app;
