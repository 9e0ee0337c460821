package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.Brand;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.i18n.AddedLanguages;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.i18n.Message;
import fr.badgesiae.api.platform.i18n.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each template may use beside its page record: language, messages, signed-in member, URLs. */
public final class PageContext {
    /** The query parameter of {@link #done()}. */
    static final String DONE = "done";

    private static final Pattern DONE_WORD = Pattern.compile("[a-z]{1,20}\\.[a-z-]{1,30}");

    private final Messages messages;
    private final Assets assets;
    private final Settings settings;
    private final Locale language;
    private final Here here;
    private final @Nullable Viewer viewer;
    private final List<Link> footer;
    private final Forms forms;
    private final FrenchZone zone;

    PageContext(
            Messages messages,
            Assets assets,
            Settings settings,
            Locale language,
            Here here,
            @Nullable Viewer viewer,
            List<Link> footer,
            Forms forms,
            FrenchZone zone) {
        this.messages = messages;
        this.assets = assets;
        this.settings = settings;
        this.language = language;
        this.here = here;
        this.viewer = viewer;
        this.footer = footer;
        this.forms = forms;
        this.zone = zone;
    }

    /**
     * The address of the request.
     *
     * @param path the path, starting with a slash
     * @param switchPath the same page up to the tag of its language, which is added; null where a link cannot reach it (an
     *     answer to a form that is not kept)
     * @param done what the form before did, or null
     * @param languages those of the page
     */
    record Here(
            String path,
            @Nullable String switchPath,
            @Nullable String done,
            List<Locale> languages) {
        Here(String path, @Nullable String switchPath, @Nullable String done) {
            this(path, switchPath, done, Languages.OFFERED);
        }
    }

    /** The sentence for what the form before did, or null. The bundles hold the closed list: another word says nothing. */
    public @Nullable String done() {
        String done = here.done();
        if (done == null || !DONE_WORD.matcher(done).matches()) {
            return null;
        }
        String key = done.replace(".", ".done.");
        return messages.has(language, key) ? t(key) : null;
    }

    /**
     * What the forms of a page carry.
     *
     * @param csrf the token
     * @param key gives each form a random key
     * @param ended the message key that says which session is over, or null
     */
    record Forms(
            Supplier<String> csrf,
            Supplier<String> key,
            @Nullable String ended) {}

    /** The same in another language. */
    PageContext in(Locale other) {
        return new PageContext(messages, assets, settings, other, here, viewer, footer, forms, zone);
    }

    /** The same in French or English, for words that leave the page. */
    public PageContext complete() {
        return in(language());
    }

    public PageContext french() {
        return in(Locale.FRENCH);
    }

    Messages messages() {
        return messages;
    }

    Settings settings() {
        return settings;
    }

    /** The same with the days and times of another zone. */
    public PageContext in(FrenchZone other) {
        return new PageContext(messages, assets, settings, language, here, viewer, footer, forms, other);
    }

    /** The zone of its days and times. */
    public FrenchZone zone() {
        return zone;
    }

    /** The sentence for a key, in the reader's language. */
    public String t(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    public String t(Message message) {
        return messages.text(language, message);
    }

    /** The text of a link, from the bundle that the link names. */
    public String t(Link link) {
        return messages.word(language, link.bundle(), link.key());
    }

    /** The language of words that stand in no bundle of pages, which know French and English alone. */
    public Locale language() {
        return Languages.OFFERED.contains(language) ? language : Locale.FRENCH;
    }

    Locale shownIn() {
        return language;
    }

    /** The language's tag, such as {@code fr}. */
    public String lang() {
        return language.getLanguage();
    }

    /** The direction of the language where it is not the usual one: {@code rtl}, or null. */
    public @Nullable String direction() {
        return AddedLanguages.rightToLeft(language) ? "rtl" : null;
    }

    /** Whether nobody has read the texts in this language again. */
    public boolean unreviewed() {
        return settings.languages().unreviewed().contains(language);
    }

    /** The languages of the page. */
    public List<Locale> languages() {
        return here.languages();
    }

    /**
     * The links to this page in its other languages; after a POST, to the page with the form.
     *
     * @param form the path of a GET that shows the form; null where typed values would be lost, or where the page is shown only once
     */
    public List<LanguageLink> languageLinks(@Nullable String form) {
        String to = here.switchPath() == null && form != null
                ? form + (form.contains("?") ? "&" : "?") + Languages.NAME + "="
                : here.switchPath();
        return to == null
                ? List.of()
                : here.languages().stream()
                        .filter(other -> !other.equals(language))
                        .map(other -> LanguageLink.of(other, to + other.getLanguage()))
                        .toList();
    }

    /** Whether the current page belongs to this part of the site. */
    public boolean isAt(Link part) {
        return part.covers(here.path());
    }

    public String path() {
        return here.path();
    }

    /** The token for the hidden field {@code _csrf}. Only a page that calls this may set a cookie. */
    public String csrf() {
        return forms.csrf().get();
    }

    /** A random key for one form, for its hidden field {@code _key}: sent twice, it counts once. */
    public String formKey() {
        return forms.key().get();
    }

    /** The message key that says which session is over, or null. */
    public @Nullable String ended() {
        return forms.ended();
    }

    /** The member signed in to the desk, or null. */
    public @Nullable Viewer viewer() {
        return viewer;
    }

    /** Whether the organisation of the signed-in member may neither offer nor award at the moment. */
    public boolean paused() {
        return viewer != null && viewer.paused();
    }

    /** Whether to show what needs a permission of {@code platform.auth}. Without a signed-in member nothing is hidden. */
    public boolean may(Enum<?> permission) {
        return viewer == null || viewer.permissions().contains(permission);
    }

    /** The entry of the member's menu that leads to this path, or null where their rights give none. */
    public @Nullable Link entry(String path) {
        return viewer == null
                ? null
                : viewer.menu().stream()
                        .filter(link -> link.path().equals(path))
                        .findFirst()
                        .orElse(null);
    }

    /** Links for the footer. */
    public List<Link> footer() {
        return footer;
    }

    /** The path of the first page: for a member, that of the desk. */
    public String home() {
        return viewer == null ? "/" : viewer.home();
    }

    /** The name of this installation. */
    public String brand() {
        return settings.brand().name();
    }

    /** The file of the logo among the assets, or null for the mark. */
    public @Nullable String logo() {
        return settings.brand().logo().map(Brand.Logo::file).orElse(null);
    }

    public boolean demonstration() {
        return settings.demonstration();
    }

    /** A day in words: {@code 1er février 2027}, {@code 1 February 2027}. */
    public String date(LocalDate day) {
        String written = DateTimeFormatter.ofPattern("d MMMM uuuu", AddedLanguages.ofDates(language))
                .format(day);
        boolean first = day.getDayOfMonth() == 1 && language.equals(Locale.FRENCH);
        return first ? "1er" + written.substring(1) : written;
    }

    /** The day of an instant, in the zone of the page. */
    public String date(Instant instant) {
        return date(zone.day(instant));
    }

    /** A day and a time, in the zone of the page. Outside the desk the sentence names a zone other than that of Paris. */
    public String dateTime(Instant instant) {
        String time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(instant.atZone(zone.zone()));
        String written = t("common.day-and-time", date(instant), time);
        return viewer == null && zone != FrenchZone.PARIS
                ? t("common.day-and-time-of", written, t("common.time-of." + zone.name()))
                : written;
    }

    /** A path as an absolute address on the public origin. */
    public String url(String path) {
        return settings.url(path);
    }

    /** The path of an asset. It changes whenever an asset changes. */
    public String asset(String name) {
        return assets.path(name);
    }

    /** All assets, see {@link Assets#integrity}. */
    public Map<String, String> assets() {
        return assets.integrity();
    }
}
