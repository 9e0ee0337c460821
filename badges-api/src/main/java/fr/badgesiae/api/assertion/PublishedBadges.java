package fr.badgesiae.api.assertion;

import fr.badgesiae.api.achievement.FindPublished;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.keys.RsaKeys;
import fr.badgesiae.api.keys.RsaKeys.PublicRsaKey;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documents of Open Badges 2.0 by address. An organisation has some from its first public badge on, when its RSA key is
 * made; a compromised key is none, but what is hosted needs no key. What ended is served too, as revoked.
 */
final class PublishedBadges implements DocumentSource {
    /** As for status lists: a change is seen within a minute. */
    private static final int MAX_AGE = 60;

    private static final String UUID_FORM = "([0-9a-f-]{36})";
    private static final Pattern PATH = Pattern.compile(
            "/v2/(issuers|keys|revocations|assertions|badgeclasses)/" + UUID_FORM + "(?:/([1-9][0-9]{0,8}))?");

    private final Settings settings;
    private final Database database;
    private final RsaKeys keys;
    private final Organisations organisations;
    private final FindPublished achievements;
    private final Ob2Documents documents;

    PublishedBadges(
            Settings settings,
            Database database,
            RsaKeys keys,
            Organisations organisations,
            FindPublished achievements,
            Ob2Documents documents) {
        this.settings = settings;
        this.database = database;
        this.keys = keys;
        this.organisations = organisations;
        this.achievements = achievements;
        this.documents = documents;
    }

    @Override
    public Optional<PublishedDocument> published(URI uri) {
        String path = settings.pathOf(uri.toString());
        Matcher parts = PATH.matcher(path == null ? "" : path);
        if (!parts.matches() || (parts.group(3) != null) != parts.group(1).equals("badgeclasses")) {
            return Optional.empty();
        }
        return id(parts.group(2)).flatMap(id -> switch (parts.group(1)) {
            case "issuers" -> issuer(id);
            case "keys" -> key(id);
            case "revocations" -> revocations(id);
            case "assertions" -> assertion(id).map(Assertion::document);
            default -> badgeClass(id, Integer.parseInt(parts.group(3)));
        });
    }

    /**
     * An assertion that is or was public.
     *
     * @param document what its address serves
     * @param version such as {@code <achievement>/1}; empty where it ended, as are the two forms
     */
    record Assertion(PublishedDocument document, String version, String hosted, String signed) {
        boolean ended() {
            return version.isEmpty();
        }
    }

    Optional<Assertion> assertion(UUID id) {
        return database.look(handle -> handle.attach(AssertionDao.class).find(id))
                .map(row -> {
                    String hosted = row.hosted();
                    String signed = row.signed();
                    String version = row.version();
                    return hosted == null || signed == null || version == null
                            ? new Assertion(document(documents.gone(id, row.revoked())), "", "", "")
                            : new Assertion(document(hosted), version, hosted, signed);
                });
    }

    Optional<PublishedDocument> issuer(UUID id) {
        OrganisationId organisation = new OrganisationId(id);
        return publishes(organisation)
                ? organisations
                        .find(organisation)
                        .map(profile -> document(documents.issuer(profile, keys(organisation))))
                : Optional.empty();
    }

    Optional<PublishedDocument> key(UUID id) {
        return database.look(handle -> keys.find(handle, id))
                .map(key -> document(documents.key(key.organisation(), key)));
    }

    Optional<PublishedDocument> revocations(UUID id) {
        OrganisationId organisation = new OrganisationId(id);
        return publishes(organisation)
                ? Optional.of(document(documents.revocations(
                        organisation,
                        database.look(
                                handle -> handle.attach(AssertionDao.class).ended(id)))))
                : Optional.empty();
    }

    Optional<PublishedDocument> badgeClass(UUID achievement, int version) {
        PublishedAchievement found;
        try {
            found = achievements.apply(new AchievementId(achievement), version);
        } catch (ProblemException unknown) {
            return Optional.empty();
        }
        return publishes(found.organisation())
                ? Optional.of(
                        document(documents.badgeClass(achievement + "/" + version, found.organisation(), found.json())))
                : Optional.empty();
    }

    private boolean publishes(OrganisationId organisation) {
        return database.look(handle -> keys.had(handle, organisation));
    }

    private List<PublicRsaKey> keys(OrganisationId organisation) {
        return database.look(handle -> keys.of(handle, organisation));
    }

    private static PublishedDocument document(String json) {
        return PublishedDocument.of("application/ld+json", json, MAX_AGE);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(Ids.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
