-- A badge belongs to an organisation and to a holder. "The organisation's OR the holder's" gave the planner a wrong estimate: it
-- read all badges of an organisation to show one page of them. A transaction reads for one of the two. Where it has an
-- organisation, that organisation decides; else its holder does. The estimate is right, and lists are read in index order.
ALTER POLICY tenant ON award
    USING (CASE WHEN (SELECT app_organisation()) IS NULL THEN holder_id = (SELECT app_holder())
                ELSE organisation_id = (SELECT app_organisation()) END);
ALTER POLICY tenant ON credential
    USING (CASE WHEN (SELECT app_organisation()) IS NULL THEN holder_id = (SELECT app_holder())
                ELSE organisation_id = (SELECT app_organisation()) END);
ALTER POLICY tenant ON credential_document
    USING (CASE WHEN (SELECT app_organisation()) IS NULL THEN holder_id = (SELECT app_holder())
                ELSE organisation_id = (SELECT app_organisation()) END);
ALTER POLICY tenant ON acceptance
    USING (CASE WHEN (SELECT app_organisation()) IS NULL THEN holder_id = (SELECT app_holder())
                ELSE organisation_id = (SELECT app_organisation()) END);
