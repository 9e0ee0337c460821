package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private static final Explanations FRENCH = Explanations.in(Locale.FRENCH);
    private static final Explanations ENGLISH = Explanations.in(Locale.ENGLISH);

    /** The checks whose worst outcome is WARNING, and so have no sentence for FAILED. */
    private static final Set<CheckName> NEVER_WORSE =
            Set.of(CheckName.REFRESH, CheckName.ENDORSEMENTS, CheckName.TRUST);

    @Test
    void everyOutcomeOfEveryCheckMeansSomethingAndTellsWhatToDo() {
        for (CheckName check : CheckName.values()) {
            for (Outcome outcome : possible(check)) {
                boolean fine = outcome == Outcome.PASSED || outcome == Outcome.NOT_APPLICABLE;
                for (Explanations language : List.of(FRENCH, ENGLISH)) {
                    assertThat(language.means(check, outcome))
                            .as(check + " " + outcome)
                            .isNotBlank();
                    assertThat(language.toDo(check, outcome).isPresent())
                            .as(check + " " + outcome)
                            .isNotEqualTo(fine);
                }
            }
        }
    }

    @Test
    void bothLanguagesExplainTheSame() {
        assertThat(FRENCH.keys()).isEqualTo(ENGLISH.keys());
    }

    @Test
    void frenchSentencesKeepTheGlossaryAndTheTypography() {
        Pattern never = Pattern.compile("certifi|diplôm|validé|blockchain|preuve|'| [:;!?]", Pattern.CASE_INSENSITIVE);
        for (String key : FRENCH.keys()) {
            String text = FRENCH.sentence(key);
            assertThat(never.matcher(text).find()).as(key).isFalse();
        }
    }

    @Test
    void frenchSentencesAreShort() {
        for (String key : FRENCH.keys()) {
            String text = FRENCH.sentence(key);
            assertThat(text.split("[.:;]")).as(key).allMatch(sentence -> sentence.split("\\s+").length <= 22);
        }
    }

    private static List<Outcome> possible(CheckName check) {
        List<Outcome> outcomes = new ArrayList<>(List.of(Outcome.values()));
        if (NEVER_WORSE.contains(check)) {
            outcomes.removeAll(List.of(Outcome.FAILED, Outcome.INCONCLUSIVE));
        }
        return outcomes;
    }
}
