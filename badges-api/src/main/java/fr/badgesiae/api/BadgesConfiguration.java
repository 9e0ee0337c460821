package fr.badgesiae.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.badgesiae.api.home.Notices;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The configuration file. Each key is explained in {@code config.yml}. */
public final class BadgesConfiguration extends Configuration {
    @JsonProperty
    private @Nullable String publicUrl = "";

    @JsonProperty
    private @Nullable String dataFolder;

    @JsonProperty
    private @Nullable String masterKey = "";

    @JsonProperty
    private @Nullable String pepper = "";

    @JsonProperty
    private @Nullable String trustedProxies = "";

    @Valid
    @NotNull
    @JsonProperty
    private DatabaseSection database = new DatabaseSection("", "", "", "", "", "", false, false, false, 16);

    @NotNull
    @JsonProperty
    private BrandSection brand = new BrandSection("", "", "");

    @NotNull
    @JsonProperty
    private WalletsSection wallets = new WalletsSection("", "");

    @NotNull
    @JsonProperty
    private MailSection mail = new MailSection("", "");

    @NotNull
    @JsonProperty
    private SmsSection sms = new SmsSection("", "", "");

    @NotNull
    @JsonProperty
    private BackupSection backup = new BackupSection("", "");

    @NotNull
    @JsonProperty
    private LanguagesSection languages = new LanguagesSection(Map.of(), false);

    @Valid
    @JsonProperty
    private @Nullable Notices notices;

    /**
     * The database connection.
     *
     * @param url {@code postgres://…} or {@code jdbc:postgresql://…}, as the role that serves; empty for none
     * @param ownerUrl the same database, as the role that migrates
     * @param singleRole whether the host gives one role for both
     * @param embedded whether the built-in PostgreSQL is used, even without a demonstration
     * @param migrate whether pending migrations are run at start
     * @param connections the size of the connection pool
     */
    public record DatabaseSection(
            @JsonProperty("url") String url,
            @JsonProperty("user") String user,
            @JsonProperty("password") String password,
            @JsonProperty("ownerUrl") String ownerUrl,
            @JsonProperty("ownerUser") String ownerUser,
            @JsonProperty("ownerPassword") String ownerPassword,
            @JsonProperty("singleRole") boolean singleRole,
            @JsonProperty("embedded") boolean embedded,
            @JsonProperty("migrate") boolean migrate,
            @JsonProperty("connections") @Min(2) @Max(200) int connections) {
        public DatabaseSection {
            url = text(url);
            user = text(user);
            password = text(password);
            ownerUrl = text(ownerUrl);
            ownerUser = text(ownerUser);
            ownerPassword = text(ownerPassword);
        }
    }

    /**
     * The brand; each key may be empty.
     *
     * @param logo path of an SVG or PNG file
     * @param colour {@code #rrggbb}
     */
    public record BrandSection(
            @JsonProperty("name") String name,
            @JsonProperty("logo") String logo,
            @JsonProperty("colour") String colour) {
        public BrandSection {
            name = text(name);
            logo = text(logo);
            colour = text(colour);
        }
    }

    /**
     * The wallets; each key may be empty.
     *
     * @param offered names separated by commas
     * @param drafts numbers separated by commas
     */
    public record WalletsSection(
            @JsonProperty("offered") String offered,
            @JsonProperty("drafts") String drafts) {
        public WalletsSection {
            offered = text(offered);
            drafts = text(drafts);
        }
    }

    /**
     * Backups; each key may be empty.
     *
     * @param folder where they are written
     * @param recipients {@code age1…}, separated by commas
     */
    public record BackupSection(
            @JsonProperty("folder") String folder,
            @JsonProperty("recipients") String recipients) {
        public BackupSection {
            folder = text(folder);
            recipients = text(recipients);
        }
    }

    /**
     * The mail server; each key may be empty.
     *
     * @param url {@code smtp://user:password@host:587} or {@code smtps://…}
     * @param from the address that mail comes from
     */
    public record MailSection(
            @JsonProperty("url") String url,
            @JsonProperty("from") String from) {
        public MailSection {
            url = text(url);
            from = text(from);
        }

        /** Without its secret. */
        @Override
        public String toString() {
            return "MailSection[REDACTED]";
        }
    }

    /**
     * The SMS gateway; each key may be empty.
     *
     * @param sender the name or number that an SMS comes from
     */
    public record SmsSection(
            @JsonProperty("url") String url,
            @JsonProperty("token") String token,
            @JsonProperty("sender") String sender) {
        public SmsSection {
            url = text(url);
            token = text(token);
            sender = text(sender);
        }

        /** Without its secret. */
        @Override
        public String toString() {
            return "SmsSection[REDACTED]";
        }
    }

    /**
     * The languages of some pages, beside French and English.
     *
     * @param reviewed by tag, who has read the texts again and when; empty for nobody
     * @param pseudo whether a demonstration has the pages in two languages made of the French texts
     */
    public record LanguagesSection(
            @JsonProperty("reviewed") Map<String, String> reviewed,
            @JsonProperty("pseudo") boolean pseudo) {
        public LanguagesSection {
            Map<String, String> texts = new TreeMap<>();
            if (reviewed != null) {
                reviewed.forEach((tag, review) -> texts.put(tag, text(review)));
            }
            reviewed = texts;
        }
    }

    /** A key without a value is null; it is read as an empty text. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    public String publicUrl() {
        return text(publicUrl);
    }

    public String dataFolder() {
        return dataFolder == null ? "data" : dataFolder;
    }

    public String masterKey() {
        return text(masterKey);
    }

    public String pepper() {
        return text(pepper);
    }

    /** Addresses and ranges, separated by commas. */
    public String trustedProxies() {
        return text(trustedProxies);
    }

    public DatabaseSection database() {
        return database;
    }

    public BrandSection brand() {
        return brand;
    }

    public WalletsSection wallets() {
        return wallets;
    }

    public MailSection mail() {
        return mail;
    }

    public BackupSection backup() {
        return backup;
    }

    public SmsSection sms() {
        return sms;
    }

    public LanguagesSection languages() {
        return languages;
    }

    /** Empty where the file has no such section. */
    public Optional<Notices> notices() {
        return Optional.ofNullable(notices);
    }
}
