package dev.prakat.benchmarks;

import dev.prakat.Prakat;
import dev.prakat.PrakatBuilder;
import dev.prakat.duty.Unit;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.schema.SchemaMode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import dev.prakat.staticsite.StaticSiteTarget;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The Social Security Office's policy with invented officers in 60 units, at an instant that stands still. */
final class SampleOffice {

    static final AgencyPolicy POLICY = AgencyPolicy.builtIn("sso-website");
    static final Instant NOW = Instant.parse("2021-03-01T02:00:00Z");
    static final String UNIT = "ศสน.";
    static final int UNITS = 60;

    private SampleOffice() {}

    /** The policy's own units, then invented branches. */
    static List<String> units() {
        List<String> units = new ArrayList<>();
        POLICY.units().all().stream()
                .filter(unit -> unit.kind() == Unit.Kind.UNIT)
                .map(Unit::code)
                .forEach(units::add);
        for (int n = units.size(); n < UNITS; n++) {
            units.add("สาขา-" + n);
        }
        return List.copyOf(units.subList(0, UNITS));
    }

    /** The officer of this number in a unit. */
    static Actor officer(String unit, int number) {
        return Actor.local("officer" + number + "-" + units().indexOf(unit));
    }

    static Actor director(String unit) {
        return Actor.local("director-" + units().indexOf(unit));
    }

    static PrakatBuilder settings(DataSource source, Path home) {
        return withoutTargets(source, home)
                .target("www", StaticSiteTarget.at(home.resolve("site"), URI.create("https://www.example.go.th/")))
                .clock(() -> NOW);
    }

    /** Without a website, and with the true clock. */
    static PrakatBuilder withoutTargets(DataSource source, Path home) {
        return Prakat.builder()
                .dataSource(source)
                .schema(SchemaMode.MIGRATE)
                .policy(POLICY)
                .trafficLog(home.resolve("trafficlog"))
                .staff(new Directory(units()));
    }

    private record Directory(List<String> units) implements StaffDirectory {
        @Override
        public Optional<Officer> find(OfficerId id) {
            String[] parts = id.value().split("-", 2);
            int unit = Integer.parseInt(parts[1]);
            Set<String> posts = parts[0].equals("director") ? Set.of("DIRECTOR") : Set.of();
            return Optional.of(new Officer(id, id.value(), units.get(unit), posts));
        }

        @Override
        public List<Officer> ofUnit(String unit) {
            int number = units.indexOf(unit);
            return List.of(
                    new Officer(new OfficerId("officer0-" + number), "officer", unit, Set.of()),
                    new Officer(new OfficerId("director-" + number), "director", unit, Set.of("DIRECTOR")));
        }
    }
}
