package fr.badgesiae.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.bake.BakeLocation;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.BakingException;
import fr.badgesiae.verifier.scan.QrPhotos;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images with several parts, and addresses that carry another. */
class ContainedSubmissionsTest {
    private static final String SHARE = "https://badges.example/v/7K2MX0Q9TDWE";
    private static final String BADGE = SHARE + "/badge.json";
    private static final String LINKEDIN = "https://www.linkedin.example/profile/add?name=X&certUrl="
            + URLEncoder.encode(BADGE, StandardCharsets.UTF_8) + "&certId=1";

    private final BadgeVerifier verifier = new BadgeVerifier();
    private final Map<String, byte[]> web = new HashMap<>();

    @BeforeEach
    void publish() {
        web.putAll(Samples.documents());
        web.put(BADGE, Samples.named("valid-did-web.json").bytes());
        web.put(SHARE, "<!doctype html><title>Badge</title>".getBytes(StandardCharsets.UTF_8));
    }

    private Fetcher fetcher() {
        return (uri, limits) -> {
            byte[] body = web.get(uri.toString());
            return body == null
                    ? new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "")
                    : new FetchResult.Fetched(uri, "", body, false, false);
        };
    }

    private VerificationReport judge(Submission submission) {
        return verifier.verify(submission, VerificationPolicy.at(Samples.at(), fetcher()));
    }

    private VerificationReport judge(byte[] bytes) {
        return judge(Submission.of(bytes));
    }

    private static byte[] photo(String text) {
        return QrPhotos.jpeg(QrPhotos.code(text, 5), 0.7f);
    }

    private static String format(VerificationReport report) {
        CheckResult format = report.check(CheckName.FORMAT);
        return format.outcome() + " " + format.reason().code();
    }

    private VerificationReport carriedByLinkedIn(Submission submission) {
        VerificationReport report = judge(submission);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.check(CheckName.FORMAT).findings())
                .contains(
                        new Finding("format.addressParameter", "certUrl", ""),
                        new Finding("format.carriedBy", LINKEDIN, ""),
                        new Finding("format.fetchedFrom", BADGE, ""));
        return report;
    }

    @Test
    void theAddressThatAnotherOneCarriesIsFollowedAndNamedAsTheSource() {
        for (Submission submission : List.of(
                Submission.of(LINKEDIN),
                new Submission.Address(URI.create(LINKEDIN)),
                Submission.of(photo(LINKEDIN)))) {
            assertThat(carriedByLinkedIn(submission).input().source()).isEqualTo(BADGE);
        }
        Submission named = new Submission.Bytes(photo(LINKEDIN), null, "photo.jpg");
        assertThat(carriedByLinkedIn(named).input().source()).isEqualTo("photo.jpg");
    }

    @Test
    void aCarriedAddressOfNothingDoesNotHideTheBadgeAtTheCarryingAddress() {
        String both = BADGE + "?certUrl=https://absent.example/";
        web.put(both, web.get(BADGE));
        assertThat(judge(Submission.of(both)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(judge(Submission.of(SHARE + "?certUrl=https://absent.example/"))
                        .check(CheckName.FORMAT)
                        .reason()
                        .arguments())
                .first()
                .isEqualTo("https://absent.example/");
    }

    @Test
    void aBakedCopyAndTheAddressItIsHostedAtAreOneBadge() throws BakingException {
        String address = "https://ob2.example/assertions/valid-ob2-hosted";
        String copy = Samples.named("valid-ob2-hosted.json").text().replace("mer morte", "mer rouge");
        byte[] png = QrPhotos.png(QrPhotos.image(QrPhotos.code("?", 4)));
        byte[] baked = Baker.bake(Baker.bake(png, BakeLocation.OB2, copy), BakeLocation.OB3, address);

        List<VerificationReport> reports = each(baked);

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).check(CheckName.FORMAT).findings())
                .contains(new Finding("format.otherResult", "the same badge", ""));
    }

    @Test
    void twoCopiesOfOneIdThatDifferAreTwoBadges() throws BakingException {
        String copy = Samples.named("valid-ob2-hosted.json").text();
        byte[] png = QrPhotos.png(QrPhotos.image(QrPhotos.code("?", 4)));
        byte[] baked = Baker.bake(
                Baker.bake(png, BakeLocation.OB2, copy), BakeLocation.OB3, copy.replace("mer morte", "mer rouge"));

        assertThat(each(baked)).hasSize(2);
    }

    @Test
    void anImageThatACodeLeadsToIsReadForItsBakedBadgeOnly() throws BakingException {
        String picture = "https://badges.example/picture.png";
        web.put(picture, QrPhotos.png(QrPhotos.image(QrPhotos.code(BADGE, 4))));
        assertThat(judge(Submission.of(picture)).verdict()).isEqualTo(Verdict.VALID);
        assertThat(format(judge(photo(picture)))).isEqualTo("INCONCLUSIVE format.linked-image-not-searched");

        web.put(picture, Samples.named("valid-baked-png-json.png").bytes());
        assertThat(judge(photo(picture)).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void imagesThatLeadToEachOtherAreFollowedAFewTimesInAll() throws BakingException {
        AtomicInteger asked = new AtomicInteger();
        byte[] image = Samples.named("baked-png-eight-addresses.png").bytes();
        Fetcher always = (uri, limits) -> {
            asked.incrementAndGet();
            return new FetchResult.Fetched(uri, "", image, true, false);
        };
        VerificationReport report = verifier.verify(Submission.of(image), VerificationPolicy.at(Samples.at(), always));

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.check(CheckName.FORMAT).findings())
                .contains(new Finding("format.otherResult", "format.too-many-addresses", ""));
        assertThat(asked).hasValueLessThanOrEqualTo(16);
    }

    private List<VerificationReport> each(byte[] bytes) {
        return verifier.verifyEach(Submission.of(bytes), VerificationPolicy.at(Samples.at(), fetcher()));
    }
}
