package fr.badgesiae.api.platform.problem;

import java.util.List;

/** A problem that an act answers with. It has no stack trace: it is an expected answer, not a defect. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldError> errors;

    /**
     * @param detail for the caller, in English; no personal data, no secret
     */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is nothing here.");
    }

    public ProblemType type() {
        return type;
    }

    String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
