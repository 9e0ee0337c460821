package fr.badgesiae.api.bulk.run;

import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.bulk.content.AwardRun;
import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.bulk.content.RunWords;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Keeps the words of a run: those for all, and those about one person alone. */
public final class WriteRun {
    private final Platform platform;
    private final AwardRuns runs;

    WriteRun(Platform platform, AwardRuns runs) {
        this.platform = platform;
        this.runs = runs;
    }

    /**
     * Words as typed.
     *
     * @param lines those about one person alone, of the people of one page
     */
    public record Words(String narrative, String evidence, Map<PersonId, String> lines) {
        public Words {
            narrative = narrative.strip().replace("\r\n", "\n");
            evidence = evidence.strip().replace("\r\n", "\n");
            Map<PersonId, String> stripped = new LinkedHashMap<>();
            lines.forEach((person, line) -> stripped.put(person, line.strip().replace("\r\n", "\n")));
            lines = stripped;
        }

        /** The errors that keep even a draft from being saved. */
        private Errors unfit() {
            Errors errors = Errors.none();
            if (narrative.length() > OfferRequest.MOST) {
                errors = errors.with("narrative", "award.error.too-long", OfferRequest.MOST);
            }
            if (evidence.length() > OfferRequest.MOST) {
                errors = errors.with("evidence", "award.error.too-long", OfferRequest.MOST);
            }
            for (Map.Entry<PersonId, String> line : lines.entrySet()) {
                if (line.getValue().length() > RunWords.MOST_OF_LINE) {
                    errors = errors.with("line-" + line.getKey(), "award.error.too-long", RunWords.MOST_OF_LINE);
                }
            }
            return errors;
        }

        private Errors unfinished(AwardRun run) {
            EvidencePolicy policy = run.achievement().content().evidencePolicy();
            PersonId nobody = new PersonId(new UUID(0, 0));
            Errors errors = new OfferRequest(nobody, run.achievement().id(), narrative, evidence).errors(policy);
            errors = unknown(errors, "narrative", narrative);
            errors = unknown(errors, "evidence", evidence);
            for (Map.Entry<PersonId, String> line : lines.entrySet()) {
                errors = unknown(errors, "line-" + line.getKey(), line.getValue());
            }
            return errors;
        }

        private static Errors unknown(Errors errors, String field, String words) {
            return RunWords.unknown(words)
                    .map(found -> errors.with(field, "bulk.text.unknown", found))
                    .orElse(errors);
        }
    }

    /**
     * Saves the words, finished or not.
     *
     * @param finished whether they are to be read and offered next
     * @return the errors, by field {@code narrative}, {@code evidence} and {@code line-} with the id of a person
     * @throws ProblemException NOT_FOUND for a run of another organisation; CONFLICT when it has started
     */
    public Errors apply(Reach reader, AwardRunId run, Words words, boolean finished) {
        Instant now = platform.clock().instant();
        UUID here = reader.here();
        return platform.database().inOrganisation(reader.organisation(), handle -> {
            AwardRun draft = runs.lockDraft(handle, reader, run);
            Errors unfit = words.unfit();
            if (!unfit.isEmpty()) {
                return unfit;
            }
            handle.attach(AwardRunDao.class).write(run.value(), here, words.narrative(), words.evidence(), now);
            RunChoiceDao people = handle.attach(RunChoiceDao.class);
            words.lines()
                    .forEach((person, line) ->
                            people.line(run.value(), here, reader.member(), person.value(), line, now));
            return finished ? words.unfinished(draft) : Errors.none();
        });
    }
}
