package fr.badgesiae.api.offline.code;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.PublishedKey;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.statuslist.StatusLists;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Makes the code of a badge for its holder: an edition of its own, recorded and signed by the walk of every badge, then its
 * short form, which is signed, verified and handed out. The short form is not kept; the same choice leads to the same edition.
 */
public final class MakeCode {
    private final Database database;
    private final Settings settings;
    private final Clock clock;
    private final SignEdition editions;
    private final SigningKeys keys;
    private final StatusLists lists;

    public MakeCode(
            Database database,
            Settings settings,
            Clock clock,
            SignEdition editions,
            SigningKeys keys,
            StatusLists lists) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.editions = editions;
        this.keys = keys;
        this.lists = lists;
    }

    /** The outcome. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /**
     * The code.
     *
     * @param address what the QR code holds
     */
    public record Made(CredentialId edition, OfflineCode code, String address) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.made(this);
        }

        /** The id alone: the rest may name a person. */
        @Override
        public String toString() {
            return "Made[" + edition + "]";
        }
    }

    /** There is none. */
    public record NotMade(EditionProblem problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notMade(problem);
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T made(Made made);

        T notMade(EditionProblem problem);
    }

    private record Prepared(OfflineCode code, IssuerKey key, PublishedKey published) {}

    /**
     * Makes it.
     *
     * @param badge as it was accepted
     * @param choice for no wallet; a code never shows the evidence
     * @throws ProblemException as {@link SignEdition#apply} does
     */
    public Outcome apply(HolderId holder, CredentialId badge, EditionChoice choice) {
        EditionChoice shown = new EditionChoice(choice.name(), false, choice.read()).in(WalletBinding.offlineCode());
        return editions.apply(holder, badge, shown).fold(new SignEdition.Cases<>() {
            @Override
            public Outcome signed(CredentialId edition) {
                return sign(holder, edition);
            }

            @Override
            public Outcome notSigned(EditionProblem problem) {
                return new NotMade(problem);
            }
        });
    }

    private Outcome sign(HolderId holder, CredentialId edition) {
        Prepared prepared = database.inHolder(holder, handle -> prepare(handle, holder, edition));
        IssuerKey key = prepared.key();
        String digits = CodeText.digits(CodeText.sign(prepared.code(), key.thumbprint(), key.signer()));
        OrganisationId owner = prepared.published().organisation();
        database.inOrganisation(owner, handle -> {
            keys.used(handle, key);
            return key;
        });
        return JudgeCode.signs(digits, prepared.published())
                ? new Made(edition, prepared.code(), settings.url(CodeText.PATH) + digits)
                : new NotMade(EditionProblem.REFUSED);
    }

    private Prepared prepare(Handle handle, HolderId holder, CredentialId edition) {
        OfflineDao dao = handle.attach(OfflineDao.class);
        UUID owner = dao.organisation(edition.value(), holder.value()).orElseThrow(ProblemException::notFound);
        OrganisationId organisation = new OrganisationId(owner);
        Database.alsoForOrganisation(handle, organisation);
        OfflineDao.EditionRow row = dao.edition(edition.value(), owner);
        lists.requireToken(handle, organisation, row.list());
        IssuerKey key = keys.use(handle, organisation, KeyAlgorithm.ES256);
        OfflineCode code = new OfflineCode(
                settings.url("/issuers/" + owner),
                edition.value(),
                row.title(),
                row.name(),
                row.awarded(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                row.ends(),
                lists.tokenUrl(row.list()),
                row.index());
        PublishedKey published = keys.ofOrganisation(handle, organisation).stream()
                .filter(each -> each.kid().equals(key.thumbprint()))
                .findFirst()
                .orElseThrow();
        return new Prepared(code, key, published);
    }
}
