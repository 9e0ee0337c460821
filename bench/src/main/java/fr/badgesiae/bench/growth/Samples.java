package fr.badgesiae.bench.growth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A value for each statement parameter: those of one person in the middle of the generated rows. */
final class Samples {
    private static final int PERSON = 7;
    private static final Set<String> OF_THE_NETWORK =
            Set.of("OrganisationDao", "PauseDao", "SignerDao", "TrustListDao");
    private static final Set<String> OF_A_HOLDER = Set.of("HeldBadgeDao", "HolderDao", "ShareLinkDao");
    private static final Set<String> ALSO_OF_A_HOLDER =
            Set.of("AcceptanceDao.ofHolder", "ErasureDao.lockSpace", "ErasureDao.signsForSpace", "RetentionDao.space");
    private static final Map<String, String> ENTITY = Map.ofEntries(
            Map.entry("OfferDao", "offer"),
            Map.entry("ClaimDao", "offer"),
            Map.entry("AcceptanceDao", "acceptance"),
            Map.entry("CredentialDao", "credential"),
            Map.entry("PersonDao", "worker"),
            Map.entry("PathwayDao", "pathway"),
            Map.entry("HolderDao", "access"),
            Map.entry("ShareLinkDao", "link"),
            Map.entry("AchievementDao", "achievement"),
            Map.entry("VersionDao", "version"),
            Map.entry("HeldBadgeDao", "credential"),
            Map.entry("PauseDao", "organisation"),
            Map.entry("KeyDao", "key"),
            Map.entry("StatusListDao", "list"),
            Map.entry("OrganisationDao", "organisation"),
            Map.entry("ProfileDao", "organisation"),
            Map.entry("AccountDao", "account"),
            Map.entry("MemberDao", "account"),
            Map.entry("LinkDao", "invitation"),
            Map.entry("FormAnswerDao", "answer"),
            Map.entry("RetentionDao", "run"),
            Map.entry("ErasureDao", "erasure"),
            Map.entry("SessionDao", "session"));

    private final Map<String, Object> byName = new HashMap<>();
    private final int organisation;
    private final Connection owner;

    Samples(Connection owner, int organisations) throws SQLException {
        this.owner = owner;
        this.organisation = 1 + PERSON % organisations;
        UUID network = id("organisation", 0);
        byName.put("network", network);
        for (String name : new String[] {"account", "by", "member", "witness", "creator"}) {
            byName.put(name, id("account", 3 * organisation));
        }
        for (String name : new String[] {"offer", "award", "credential", "worker", "holder"}) {
            byName.put(name, id(name, PERSON));
        }
        byName.put("person", id("worker", PERSON));
        byName.put("access", id("access", PERSON));
        byName.put("link", id("link", PERSON));
        byName.put("list", id("list", organisation));
        byName.put("statusList", id("list", organisation));
        byName.put("achievement", id("achievement", 10 * organisation));
        byName.put("version", id("version", 20 * organisation));
        byName.put("achievementVersion", id("version", 20 * organisation));
        byName.put("statusIndex", 100_000);
        byName.put("content", "{\"name\": \"Peindre un mur\"}");
        byName.put("reason", "WRONG_CONTENT");
        byName.put("passwordHash", "-");
        byName.put("pinHash", "-");
        byName.put("firstName", "Alix");
        byName.put("lastName", "Exemple");
        byName.put("startsOn", LocalDate.of(2026, 1, 1));
        byName.put("limit", 51);
        byName.put("most", 51);
        byName.put("state", "OFFERED");
        byName.put("kind", "ACI");
        byName.put("words", "");
        byName.put("town", "");
        byName.put("timeZone", "Europe/Paris");
        byName.put("siret", "80000000000007");
        byName.put("login", "invente-7");
        byName.put("revision", 1);
        byName.put("afterLast", "");
        byName.put("afterFirst", "");
        byName.put("afterName", "");
        byName.put("archived", false);
        byName.put("today", LocalDate.of(2026, 11, 2));
        byName.put("achievementName", "Badge");
        byName.put("imageUrl", "/image");
        byName.put("nameChoice", "FULL");
        byName.put("showsEvidence", false);
        byName.put("lease", new UUID(0, 1));
        byName.put("bits", new byte[131_072 / 8]);
        for (String name : new String[] {"payload", "document", "jwt"}) {
            byName.put(name, "{}");
        }
        for (String name : new String[] {"codeSealed", "pinSealed"}) {
            byName.put(name, new byte[1]);
        }
        byName.put("ids", owner.createArrayOf("uuid", new Object[] {id("worker", PERSON)}));
        byName.put("people", 500);
        byName.put("visitor", hash("visit", PERSON / 20));
        byName.put("anonymous", false);
        byName.put("mostAnonymous", 2_000);
        byName.put("erasure", new UUID(0, 3));
        byName.put("files", 1);
        byName.put("living", 10);
        byName.put("from", LocalDate.of(2024, 11, 2));
        byName.put("announced", LocalDate.of(2026, 10, 3));
        for (String name : new String[] {"due", "day"}) {
            byName.put(name, LocalDate.of(2026, 11, 2));
        }
        OffsetDateTime now = OffsetDateTime.of(2026, 11, 2, 9, 0, 0, 0, ZoneOffset.UTC);
        for (String name : new String[] {"now", "until", "at", "since", "validFrom", "stuck"}) {
            byName.put(name, now);
        }
        OffsetDateTime late = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        for (String name : new String[] {"ends", "beforeTime", "beforeAt", "leaseUntil", "validUntil", "endsAt"}) {
            byName.put(name, late);
        }
        byName.put("beforeId", new UUID(-1, -1));
        byName.put("afterId", new UUID(0, 0));
    }

    /** The organisation of the transaction; empty for statements that run for a holder. */
    String organisation(DaoStatements.DaoStatement statement) throws SQLException {
        return ofAHolder(statement) ? "" : tenant(statement.dao()).toString();
    }

    private static boolean ofAHolder(DaoStatements.DaoStatement statement) {
        return OF_A_HOLDER.contains(statement.dao())
                || ALSO_OF_A_HOLDER.contains(statement.name())
                || statement.name().contains(".eraseSpace");
    }

    private UUID tenant(String dao) throws SQLException {
        return id("organisation", OF_THE_NETWORK.contains(dao) ? 0 : organisation);
    }

    UUID holder() {
        return (UUID) byName.get("holder");
    }

    void bind(PreparedStatement statement, DaoStatements.DaoStatement dao) throws SQLException {
        int index = 1;
        for (String parameter : dao.parameters()) {
            Object value = value(dao.dao(), parameter.substring(parameter.lastIndexOf('.') + 1));
            if (parameter.equals("id") && dao.name().endsWith(".insertPrepared")) {
                value = new UUID(0, 2); // a row beside those generated
            } else if (parameter.equals("id") && dao.name().equals("FormAnswerDao.keep")) {
                value = hash("answer", -1);
            }
            if (value == null) {
                statement.setNull(index, Types.OTHER);
            } else {
                statement.setObject(index, value);
            }
            index++;
        }
    }

    private Object value(String dao, String parameter) throws SQLException {
        String entity = ENTITY.getOrDefault(dao, "none");
        return switch (parameter) {
            // the number of a version, not its id
            case "version" -> dao.equals("VersionDao") ? (Object) 1 : byName.get(parameter);
            case "state" -> dao.equals("AchievementDao") ? "PUBLISHED" : byName.get(parameter);
            // an award without a credential
            case "award" -> id(dao.equals("CredentialDao") ? "unissued" : "award", PERSON);
            case "words" -> dao.equals("OfferDao") ? "brien " + PERSON : byName.get(parameter);
            // of a space that was not opened for five years; elsewhere the last offer of the page before, which the
            // first has not
            case "before" ->
                dao.equals("RetentionDao") ? OffsetDateTime.of(2021, 11, 2, 9, 0, 0, 0, ZoneOffset.UTC) : null;
            case "kind" ->
                switch (dao) {
                    case "FormAnswerDao" -> "PAGE";
                    case "ErasureDao" -> "DESK_FILE";
                    default -> byName.get(parameter);
                };
            case "reason" -> dao.equals("ErasureDao") ? "REQUEST" : byName.get(parameter);
            case "content" -> dao.equals("FormAnswerDao") ? new byte[1] : byName.get(parameter);
            case "id" ->
                dao.equals("FormAnswerDao")
                        ? hash(entity, PERSON)
                        : id(entity, entity.equals("account") ? 3 * organisation : number(entity));
            case "offer", "reopening", "card" ->
                dao.equals("ContactDao")
                        ? hash(parameter.equals("card") ? "access" : parameter, PERSON)
                        : byName.get(parameter);
            case "organisation", "here" -> tenant(dao);
            case "lookup" -> hash(entity, PERSON);
            case "hash", "tokenHash" -> hash(entity, number(entity));
            default -> byName.get(parameter);
        };
    }

    private int number(String entity) {
        return switch (entity) {
            case "list", "organisation" -> organisation;
            case "session" -> 10 * organisation;
            case "key" -> 2 * organisation;
            case "achievement" -> 10 * organisation;
            default -> PERSON;
        };
    }

    private UUID id(String entity, int number) throws SQLException {
        return (UUID) one("SELECT md5('" + entity + number + "')::uuid");
    }

    private byte[] hash(String entity, int number) throws SQLException {
        return (byte[]) one("SELECT sha256(convert_to('" + entity + number + "', 'UTF8'))");
    }

    private Object one(String sql) throws SQLException {
        try (ResultSet rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getObject(1);
        }
    }
}
