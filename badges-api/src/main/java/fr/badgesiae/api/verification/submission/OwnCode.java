package fr.badgesiae.api.verification.submission;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.VerificationReport;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of ours that a text or a photographed code leads to, which says more than a report: that of a share link, or that
 * which reads a code with a badge in it, of whichever service.
 */
public final class OwnCode {
    private static final int LONGEST_CODE = 40;
    private static final String ONE = "format.qr";
    private static final String FURTHER = "format.otherQr";

    /** A code that holds a badge itself; its page judges it on the reader's device. */
    private static final Pattern OFFLINE = Pattern.compile("(?:https?://\\S{1,300}/o#)?([0-9]{80,8000})");

    private final String shares;

    public OwnCode(Settings settings) {
        this.shares = settings.url("/v/");
    }

    /** The path of the page; a code may stand alone or in its address. */
    public Optional<String> page(String text) {
        Matcher offline = OFFLINE.matcher(text);
        return offline.matches()
                ? Optional.of("/o#" + offline.group(1))
                : code(text).map(code -> "/v/" + code.value());
    }

    private Optional<Code> code(String text) {
        String typed = text.startsWith(shares) ? text.substring(shares.length()) : text;
        return typed.length() > LONGEST_CODE ? Optional.empty() : Code.tryParse(typed);
    }

    /** The same for a picture with one code and nothing else to report. A code that is no address leads nowhere. */
    public Optional<String> page(List<VerificationReport> reports) {
        if (reports.size() != 1) {
            return Optional.empty();
        }
        List<Finding> findings = reports.get(0).check(CheckName.FORMAT).findings();
        List<String> codes = findings.stream()
                .filter(finding -> finding.key().equals(ONE))
                .map(Finding::value)
                .toList();
        boolean alone = codes.size() == 1
                && findings.stream().noneMatch(finding -> finding.key().equals(FURTHER));
        return alone && codes.get(0).startsWith("http") ? page(codes.get(0)) : Optional.empty();
    }
}
