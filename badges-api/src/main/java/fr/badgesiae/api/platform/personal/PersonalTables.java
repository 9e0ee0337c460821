package fr.badgesiae.api.platform.personal;

import fr.badgesiae.api.platform.HolderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * A feature's part of the personal data as statements. Those of a desk file may use {@code :organisation} and {@code :person},
 * those of a space {@code :holder}; those that erase also {@code :erasure} and {@code :now}.
 */
public final class PersonalTables implements PersonalData {
    private final Set<String> tables;
    private final List<String> ofFile;
    private final List<String> ofSpace;
    private final List<Section<DeskFile>> sectionsOfFile;
    private final List<Section<HolderId>> sectionsOfSpace;
    private final List<String> filesOfFile;
    private final List<String> filesOfSpace;

    private PersonalTables(Builder builder) {
        this.tables = builder.tables;
        this.ofFile = List.copyOf(builder.ofFile);
        this.ofSpace = List.copyOf(builder.ofSpace);
        this.sectionsOfFile = List.copyOf(builder.sectionsOfFile);
        this.sectionsOfSpace = List.copyOf(builder.sectionsOfSpace);
        this.filesOfFile = List.copyOf(builder.filesOfFile);
        this.filesOfSpace = List.copyOf(builder.filesOfSpace);
    }

    /** @param tables that this part answers for */
    public static Builder of(String... tables) {
        return new Builder(Set.of(tables));
    }

    /**
     * Reads the fields of one row of an export, in their order.
     *
     * @param <O> whose row it is
     */
    @FunctionalInterface
    public interface Fields<O> {
        Map<String, Object> of(ResultSet row, O owner) throws SQLException;
    }

    /** @param fields of a row, or null for its columns */
    private record Section<O>(
            String name, String sql, @Nullable Fields<O> fields) {
        void add(PersonalExport export, Query query, O owner) {
            Fields<O> read = fields;
            List<Map<String, Object>> rows = read == null
                    ? query.mapToMap().list()
                    : query.map((row, context) -> read.of(row, owner)).list();
            if (!rows.isEmpty()) {
                export.add(name, rows);
            }
        }
    }

    /** Collects the statements. */
    public static final class Builder {
        private final Set<String> tables;
        private final List<String> ofFile = new ArrayList<>();
        private final List<String> ofSpace = new ArrayList<>();
        private final List<Section<DeskFile>> sectionsOfFile = new ArrayList<>();
        private final List<Section<HolderId>> sectionsOfSpace = new ArrayList<>();
        private final List<String> filesOfFile = new ArrayList<>();
        private final List<String> filesOfSpace = new ArrayList<>();

        private Builder(Set<String> tables) {
            this.tables = tables;
        }

        public Builder eraseFile(String sql) {
            ofFile.add(sql);
            return this;
        }

        public Builder eraseSpace(String sql) {
            ofSpace.add(sql);
            return this;
        }

        /** A section of the export of a desk file; left out without rows. */
        public Builder exportFile(String section, String sql) {
            return exportFile(section, sql, null);
        }

        /** The same with fields that are not columns, such as what is sealed. */
        public Builder exportFile(String section, String sql, @Nullable Fields<DeskFile> fields) {
            sectionsOfFile.add(new Section<>(section, sql, fields));
            return this;
        }

        /** A section of the export of a space; left out without rows. */
        public Builder exportSpace(String section, String sql) {
            return exportSpace(section, sql, null);
        }

        /** The same with fields that are not columns, such as what is sealed. */
        public Builder exportSpace(String section, String sql, @Nullable Fields<HolderId> fields) {
            sectionsOfSpace.add(new Section<>(section, sql, fields));
            return this;
        }

        /** Files of the export of a desk file: columns {@code path} and {@code content} (bytea). */
        public Builder filesOfFile(String sql) {
            filesOfFile.add(sql);
            return this;
        }

        /** Files of the export of a space: columns {@code path} and {@code content} (bytea). */
        public Builder filesOfSpace(String sql) {
            filesOfSpace.add(sql);
            return this;
        }

        public PersonalTables build() {
            return new PersonalTables(this);
        }
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public void eraseFile(Handle handle, DeskFile file, UUID erasure, Instant now) {
        ofFile.forEach(
                sql -> erasing(of(handle.createUpdate(sql), file), erasure, now).execute());
    }

    @Override
    public void eraseSpace(Handle handle, HolderId holder, UUID erasure, Instant now) {
        ofSpace.forEach(sql ->
                erasing(of(handle.createUpdate(sql), holder), erasure, now).execute());
    }

    @Override
    public void exportFile(Handle handle, DeskFile file, PersonalExport export) {
        sectionsOfFile.forEach(section -> section.add(export, of(handle.createQuery(section.sql()), file), file));
        filesOfFile.forEach(sql -> files(export, of(handle.createQuery(sql), file)));
    }

    @Override
    public Map<String, String> sectionsOfFile() {
        Map<String, String> sections = new LinkedHashMap<>();
        sectionsOfFile.forEach(section -> sections.put(section.name(), section.sql()));
        return sections;
    }

    @Override
    public void exportSpace(Handle handle, HolderId holder, PersonalExport export) {
        sectionsOfSpace.forEach(section -> section.add(export, of(handle.createQuery(section.sql()), holder), holder));
        filesOfSpace.forEach(sql -> files(export, of(handle.createQuery(sql), holder)));
    }

    private static void files(PersonalExport export, Query query) {
        query.map((row, context) -> Map.entry(row.getString("path"), row.getBytes("content")))
                .forEach(file -> export.file(file.getKey(), file.getValue()));
    }

    private static <S extends SqlStatement<S>> S of(S statement, DeskFile file) {
        return loose(statement)
                .bind("organisation", file.organisation().value())
                .bind("person", file.person());
    }

    private static <S extends SqlStatement<S>> S of(S statement, HolderId holder) {
        return loose(statement).bind("holder", holder.value());
    }

    private static <S extends SqlStatement<S>> S erasing(S statement, UUID erasure, Instant now) {
        return statement.bind("erasure", erasure).bind("now", now);
    }

    /** Not every statement needs every value. */
    private static <S extends SqlStatement<S>> S loose(S statement) {
        return statement.configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true));
    }
}
