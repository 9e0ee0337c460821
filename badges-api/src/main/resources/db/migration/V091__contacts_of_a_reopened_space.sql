-- A reopened space shows the badges of one organisation alone for some days, since somebody else may have reopened it. Until then
-- nobody reads in it where its holder is told of that, changes or removes it. Messages go there as before: the functions that find
-- an address for an organisation run as their owner.
DROP POLICY self ON holder_contact;
CREATE POLICY self ON holder_contact
    USING (holder_id = (SELECT app_holder()) AND (SELECT limited_organisation()) IS NULL);
