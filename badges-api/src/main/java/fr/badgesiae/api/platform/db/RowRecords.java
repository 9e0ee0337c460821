package fr.badgesiae.api.platform.db;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.RowMappers;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Maps the rows of one DAO to its records. Jdbi matches the components of a record with the columns of each result anew, and
 * parses the annotations of every component for it; the same columns give the same mapper here.
 */
final class RowRecords implements RowMapperFactory {
    private final RowMappers registered;
    private final Map<Type, Optional<RowMapper<?>>> known = new ConcurrentHashMap<>();

    /** @param registered with the records of the DAO */
    RowRecords(RowMappers registered) {
        this.registered = registered;
    }

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry configuration) {
        return known.computeIfAbsent(
                type,
                wanted -> registered
                        .findFor(wanted)
                        .filter(mapper -> mapper instanceof ConstructorMapper<?>)
                        .map(OfColumns::new));
    }

    /** One record, by the labels of the columns. Statements are constants, so there are few. */
    private static final class OfColumns<T> implements RowMapper<T> {
        private final RowMapper<T> any;
        private final Map<List<String>, RowMapper<T>> known = new ConcurrentHashMap<>();

        OfColumns(RowMapper<T> any) {
            this.any = any;
        }

        @Override
        public T map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
            List<String> labels = labels(rows.getMetaData());
            RowMapper<T> mapper = known.get(labels);
            if (mapper == null) {
                mapper = any.specialize(rows, context);
                known.put(labels, mapper);
            }
            return mapper;
        }

        private static List<String> labels(ResultSetMetaData columns) throws SQLException {
            List<String> labels = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                labels.add(columns.getColumnLabel(i));
            }
            return labels;
        }
    }
}
