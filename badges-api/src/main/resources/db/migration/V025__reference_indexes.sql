-- Every reference is found from its other end too: erasing a row looks for what refers to it. References to an organisation
-- need no index of their own, since organisations are never deleted. An id determines its organisation, which the index
-- therefore leaves out.
CREATE INDEX network_membership_vetted_by ON network_membership (vetted_by) WHERE vetted_by IS NOT NULL;
CREATE INDEX network_membership_suspended_by ON network_membership (suspended_by) WHERE suspended_by IS NOT NULL;
CREATE INDEX invitation_account_id ON invitation (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX invitation_created_by ON invitation (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX holder_access_holder_id ON holder_access (holder_id);
CREATE INDEX offer_achievement_version_id ON offer (achievement_version_id);
CREATE INDEX offer_offered_by ON offer (offered_by);
-- The badge that an offer led to is looked for by the offer.
CREATE INDEX award_offer_id ON award (offer_id);
CREATE INDEX award_holder_id ON award (holder_id);
CREATE INDEX award_achievement_version_id ON award (achievement_version_id);
CREATE INDEX credential_award_id ON credential (award_id);
CREATE INDEX credential_supersedes ON credential (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX acceptance_offer_id ON acceptance (offer_id);
CREATE INDEX acceptance_witness ON acceptance (witness) WHERE witness IS NOT NULL;
CREATE INDEX trust_signer_pinned_by ON trust_signer (pinned_by);

-- Badges of a holder and of a worker, in the order in which they are listed.
DROP INDEX credential_of_holder;
CREATE INDEX credential_of_holder ON credential (holder_id, created_at DESC, id);
DROP INDEX credential_of_worker;
CREATE INDEX credential_of_worker ON credential (organisation_id, worker_id, created_at DESC, id);

-- Lists that were never signed come first, then those that lapse first.
DROP INDEX status_list_lapsing;
CREATE INDEX status_list_lapsing ON status_list (valid_until NULLS FIRST, id);
