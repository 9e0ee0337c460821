package fr.badgesiae.bench.growth;

import fr.badgesiae.bench.growth.DaoStatements.DaoStatement;
import fr.badgesiae.bench.growth.PlanReader.Executed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs every statement of the service, as its own role, on 10,000 and on 1,000,000 awards. Reports each statement that
 * scans a table of over 10,000 rows or reads over 20 rows for one returned, with custom and with generic plans, and how
 * its time grows.
 */
public final class GrowthBench {
    private static final int SMALL = 10_000;
    private static final int LARGE = 1_000_000;
    private static final int LONG_TABLE = 10_000;
    private static final int MOST_READ = 20;
    private static final int RUNS = 200;

    private final List<DaoStatement> statements;
    private final TreeMap<String, String> faults = new TreeMap<>();
    private final TreeMap<String, String> notRun = new TreeMap<>();

    private GrowthBench(List<DaoStatement> statements) {
        this.statements = statements;
    }

    /** @param reuse whether the databases of an earlier run are kept */
    public static void run(Path jar, Path config, URI server, boolean reuse) throws Exception {
        GrowthDatabase small = new GrowthDatabase(server, SMALL);
        GrowthDatabase large = new GrowthDatabase(server, LARGE);
        if (!reuse) {
            long start = System.nanoTime();
            small.fill(jar, config);
            large.fill(jar, config);
            System.out.printf(Locale.ROOT, "Filled in %d s.%n", (System.nanoTime() - start) / 1_000_000_000);
        }
        GrowthBench bench = new GrowthBench(DaoStatements.of(jar));
        bench.times(small, large);
        for (String mode : List.of("auto", "force_generic_plan")) {
            bench.plans(large, mode);
        }
        bench.report();
    }

    private void report() {
        notRun.forEach((name, why) -> System.out.println("not run: " + name + ": " + why));
        faults.forEach((name, fault) -> System.out.println("FAULT " + name + ": " + fault));
        System.out.printf("%d statements, %d not run, %d faults.%n", statements.size(), notRun.size(), faults.size());
    }

    private void times(GrowthDatabase small, GrowthDatabase large) throws SQLException {
        System.out.println("| statement | ms at 10 k | ms at 1 M | rows at 10 k | rows at 1 M | ratio |");
        System.out.println("|---|---|---|---|---|---|");
        double before = 0;
        double after = 0;
        try (Connection one = small.service();
                Connection other = large.service();
                Connection smallOwner = small.superuser();
                Connection largeOwner = large.superuser()) {
            Samples here = new Samples(smallOwner, small.organisations());
            Samples there = new Samples(largeOwner, large.organisations());
            for (DaoStatement statement : statements) {
                if (statement.reads()) {
                    Growth growth = growth(statement, one, here, other, there);
                    if (!notRun.containsKey(statement.name())) {
                        before += growth.smallMs();
                        after += growth.expectedMs();
                    }
                    System.out.println(growth.line(statement.name()));
                }
            }
        }
        System.out.printf(Locale.ROOT, "| all | %.2f | %.2f | | | %.2f |%n", before, after, after / before);
    }

    /** Interleaved, and the first quartile: what else the machine does only adds time. */
    private Growth growth(DaoStatement statement, Connection one, Samples here, Connection other, Samples there)
            throws SQLException {
        Timed[] small = new Timed[RUNS];
        Timed[] large = new Timed[RUNS];
        for (int run = -3; run < RUNS; run++) {
            Timed time = time(one, here, statement);
            Timed otherTime = time(other, there, statement);
            if (run >= 0) {
                small[run] = time;
                large[run] = otherTime;
            }
        }
        return Growth.of(small, large);
    }

    private Timed time(Connection connection, Samples samples, DaoStatement statement) throws SQLException {
        enter(connection, samples, statement);
        Timed timed = new Timed(Double.NaN, 0);
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            samples.bind(prepared, statement);
            long start = System.nanoTime();
            int rows = drain(prepared);
            timed = new Timed((System.nanoTime() - start) / 1e6, rows);
        } catch (SQLException e) {
            notRun.put(statement.name(), e.getMessage().replace('\n', ' '));
        }
        connection.rollback();
        return timed;
    }

    /** Reads every row and counts them. */
    private static int drain(PreparedStatement prepared) throws SQLException {
        int count = 0;
        if (prepared.execute()) {
            try (ResultSet rows = prepared.getResultSet()) {
                while (rows.next()) {
                    rows.getObject(1);
                    count++;
                }
            }
        }
        return count;
    }

    private static void enter(Connection connection, Samples samples, DaoStatement statement) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("SELECT set_config('app.organisation', '" + samples.organisation(statement)
                    + "', true), set_config('app.holder', '" + samples.holder() + "', true)");
        }
    }

    private void plans(GrowthDatabase database, String mode) throws SQLException, IOException {
        try (Connection owner = database.superuser();
                Statement settings = owner.createStatement()) {
            settings.execute("ALTER ROLE badges_app SET session_preload_libraries = 'auto_explain'");
            for (String setting : List.of(
                    "log_min_duration = 0",
                    "log_analyze = on",
                    "log_timing = off",
                    "log_nested_statements = on",
                    "log_format = json",
                    "log_level = notice")) {
                settings.execute("LOAD 'auto_explain'");
                settings.execute("ALTER ROLE badges_app SET auto_explain." + setting);
            }
            settings.execute("ALTER ROLE badges_app SET plan_cache_mode = '" + mode + "'");
            Set<String> longTables = longTables(owner);
            try (Connection service = database.service()) {
                Samples samples = new Samples(owner, database.organisations());
                for (DaoStatement statement : statements) {
                    if (!statement.inserts()) {
                        plan(service, samples, statement, longTables, mode);
                    }
                }
            } finally {
                settings.execute("ALTER ROLE badges_app RESET ALL");
            }
        }
    }

    private void plan(Connection service, Samples samples, DaoStatement statement, Set<String> longTables, String mode)
            throws SQLException, IOException {
        enter(service, samples, statement);
        try (PreparedStatement prepared = service.prepareStatement(statement.sql())) {
            prepared.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            samples.bind(prepared, statement);
            drain(prepared);
            List<Executed> plans = new ArrayList<>(plans(prepared.getWarnings()));
            try (Statement next = service.createStatement()) {
                // The server explains a query when the next one replaces its portal.
                next.execute("SELECT 1");
                plans.addAll(plans(next.getWarnings()));
            }
            if (plans.isEmpty()) {
                notRun.put(statement.name(), "no plan");
            }
            plans.forEach(executed -> check(statement, executed, longTables, mode));
        } catch (SQLException e) {
            notRun.put(statement.name(), e.getMessage().replace('\n', ' '));
        }
        service.rollback();
    }

    private static List<Executed> plans(SQLWarning first) throws IOException {
        List<Executed> plans = new ArrayList<>();
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            plans.addAll(PlanReader.read(warning.getMessage()));
        }
        return plans;
    }

    private void check(DaoStatement statement, Executed executed, Set<String> longTables, String mode) {
        List<String> scanned = new ArrayList<>(executed.scanned());
        scanned.retainAll(longTables);
        String where = " (" + mode + ") in "
                + executed.text().strip().replaceAll("\\s+", " ").replaceFirst("(.{90}).*", "$1…");
        if (!scanned.isEmpty()) {
            faults.put(statement.name(), "scans " + scanned + where);
        } else if (executed.read() > MOST_READ * Math.max(1, executed.returned())) {
            faults.put(statement.name(), "reads " + executed.read() + " rows for " + executed.returned() + where);
        }
    }

    private static Set<String> longTables(Connection owner) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (ResultSet rows = owner.createStatement()
                .executeQuery("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > " + LONG_TABLE)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
