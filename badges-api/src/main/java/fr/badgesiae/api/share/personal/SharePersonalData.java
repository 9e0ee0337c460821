package fr.badgesiae.api.share.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** Share links: they go with the space. */
public final class SharePersonalData {
    private SharePersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("share_link", "share_link_badge")
                .eraseSpace("DELETE FROM share_link_badge WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM share_link WHERE holder_id = :holder")
                .exportSpace("links", """
                        SELECT s.label, c.achievement_name AS badge, c.displayed_name, c.shows_evidence, s.created_at, s.ends_at, s.switched_off_at, s.views, s.last_viewed_at
                        FROM share_link s JOIN credential c ON c.id = s.credential_id
                        WHERE s.holder_id = :holder
                        ORDER BY s.created_at, s.id
                        """)
                .exportSpace("links_to_several", """
                        SELECT s.label, s.message, b.place, c.achievement_name AS badge, c.displayed_name, c.shows_evidence, s.created_at, s.ends_at, s.switched_off_at, s.views, s.last_viewed_at
                        FROM share_link s
                        JOIN share_link_badge b ON b.share_link_id = s.id
                        JOIN credential c ON c.id = b.credential_id
                        WHERE s.holder_id = :holder
                        ORDER BY s.created_at, s.id, b.place
                        """)
                .build();
    }
}
