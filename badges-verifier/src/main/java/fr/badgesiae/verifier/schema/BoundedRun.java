package fr.badgesiae.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One validation under bounds on its work and on the errors that it keeps. The nodes of a schema alone bound nothing: each
 * item of a document may be compared with each alternative of the schema, and every failed comparison makes an error.
 *
 * <p>A step is one keyword applied to one node, with the number of its members: {@code required} has one for each name. An
 * error is one step more. Each list of errors keeps the first ones only: a list that is not empty stays so, and readers are
 * shown no more than twenty violations.
 */
final class BoundedRun extends ExecutionContext {
    /** The most errors that are kept of one schema or alternative. */
    static final int MAX_ERRORS = 1_000;

    private final long most;
    private long steps;

    private BoundedRun(Schema schema, long most) {
        super(schema.createExecutionContext().getExecutionConfig());
        this.most = most;
        super.setErrors(new FirstErrors(new ArrayList<>()));
    }

    /** The errors of a bundled schema, whose work grows only with the document. */
    static List<Error> errors(Schema schema, JsonNode document) {
        return new BoundedRun(schema, Long.MAX_VALUE).run(schema, document);
    }

    /** The errors; empty when the schema asks for more steps than these. */
    static Optional<List<Error>> errors(Schema schema, JsonNode document, long steps) {
        try {
            return Optional.of(new BoundedRun(schema, steps).run(schema, document));
        } catch (TooMuchWorkException e) {
            return Optional.empty();
        }
    }

    private List<Error> run(Schema schema, JsonNode document) {
        return schema.validate(this, document, OutputFormat.DEFAULT);
    }

    @Override
    public void evaluationPathAddLast(String keyword) {
        Schema schema = getEvaluationSchema().peekLast();
        count(1L + (schema == null ? 0 : schema.getSchemaNode().path(keyword).size()));
        super.evaluationPathAddLast(keyword);
    }

    @Override
    public void evaluationPathAddLast(int index) {
        count(1);
        super.evaluationPathAddLast(index);
    }

    @Override
    public void addError(Error error) {
        count(1);
        super.addError(error);
    }

    /** The library collects the errors of each alternative in a list of its own. */
    @Override
    public void setErrors(List<Error> errors) {
        super.setErrors(errors instanceof FirstErrors ? errors : new FirstErrors(errors));
    }

    private void count(long more) {
        steps += more;
        if (steps > most) {
            throw new TooMuchWorkException();
        }
    }

    /** Adds to a list until it is full. A view: the library keeps the list itself too. */
    private static final class FirstErrors extends AbstractList<Error> {
        private final List<Error> errors;

        FirstErrors(List<Error> errors) {
            this.errors = errors;
        }

        @Override
        public Error get(int index) {
            return errors.get(index);
        }

        @Override
        public int size() {
            return errors.size();
        }

        @Override
        public void add(int index, Error error) {
            if (errors.size() < MAX_ERRORS) {
                errors.add(Math.min(index, errors.size()), error);
            }
        }

        @Override
        public Error remove(int index) {
            return errors.remove(index);
        }

        @Override
        public void clear() {
            errors.clear();
        }
    }

    private static final class TooMuchWorkException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchWorkException() {
            super("too much work", null, false, false);
        }
    }
}
