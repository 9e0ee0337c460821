package fr.badgesiae.api.privacy.pack;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.personal.Retention;
import fr.badgesiae.api.privacy.pack.LegalText.Fact;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The facts that texts name: from the profile, from the software, and some that only the organisation knows. */
final class Facts {
    /** Facts of the profile, each with the field of its form; those of the network have none. */
    static final Map<String, String> OF_PROFILE = Map.of(
            "legal", "",
            "siret", "",
            "town", "f-town",
            "rights", "f-dataRightsContact",
            "dpo", "f-dataProtectionOfficer");

    private static final List<String> TO_WRITE = List.of(
            "operator",
            "hosting",
            "backups",
            "sources",
            "severity",
            "devices",
            "opinion",
            "decision",
            "start",
            "meeting");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

    private static final String USUAL_BASIS =
            "l’intérêt légitime de la structure, faire reconnaître ce que les personnes savent faire";

    private final Messages messages;
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    Facts(Messages messages, OrganisationProfile profile, LocalDate today) {
        this.messages = messages;
        OrganisationProfile.DataProtection data = profile.dataProtection();
        String siret = profile.siret();
        put("legal", profile.legalName());
        put("name", profile.publicName());
        put("kind", messages.text(Locale.FRENCH, "organisation.kind." + profile.kind()));
        put("siret", siret == null ? "" : siret);
        put("town", profile.town());
        put("controller", data.controller().isEmpty() ? profile.legalName() : data.controller());
        put("rights", data.rightsContact());
        put("dpo", data.dpo());
        String usual = messages.text(Locale.FRENCH, "organisation.basis.usual");
        String basis = data.legalBasis().isEmpty() ? usual : data.legalBasis();
        put("yourbasis", basis);
        // The usual words of the profile speak to the person.
        put("basis", basis.equals(usual) ? USUAL_BASIS : basis);
        put("today", day(today));
        put("months", number(Retention.DESK_FILE_MONTHS));
        put("years", number(Retention.SPACE_YEARS));
        put("journal", number(Retention.JOURNAL_YEARS));
        put("signins", number(Retention.SIGN_IN_MONTHS));
        put("notice", number(Retention.NOTICE_DAYS));
        TO_WRITE.forEach(word -> put(word, ""));
    }

    Facts put(String word, String value) {
        // Sentences around a fact end by themselves.
        String bare = value.strip().replaceFirst("[.\\s]+$", "");
        String label = bare.isEmpty() ? messages.text(Locale.FRENCH, "privacy.pack.fact." + word) : "";
        facts.put(word, new Fact(label, bare));
        return this;
    }

    static String day(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? "1er" + DAY.format(day).substring(1) : DAY.format(day))
                .replace(' ', '\u00a0');
    }

    private static String number(int figure) {
        return Integer.toString(figure);
    }

    Map<String, Fact> all() {
        return facts;
    }
}
