package dev.prakat.staff;

import dev.prakat.spi.OfficerId;
import dev.prakat.table.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code delegations.csv}. One use, one thread. Source: AMB-08. */
final class DelegationRows extends RecordRows {

    private final List<Delegation> delegations = new ArrayList<>();

    DelegationRows(String file) {
        super(file, List.of("officer", "role", "categories", "units", "from", "until", "order_number"));
    }

    List<Delegation> delegations() {
        return delegations;
    }

    @Override
    void accept(TableRow row) {
        int before = findings().size();
        Optional<OfficerId> officer = officer(row, "officer");
        Optional<String> role = text(row, "role");
        Optional<String> order = text(row, "order_number");
        Optional<LocalDate> from = date(row, "from");
        @Nullable LocalDate until = dateIfAny(row, "until");
        if (soundSince(before)) {
            RoleScope scope =
                    new RoleScope(Set.copyOf(row.list("categories", '|')), Set.copyOf(row.list("units", '|')));
            try {
                Term term = new Term(from.orElseThrow(), until);
                delegations.add(
                        new Delegation(officer.orElseThrow(), role.orElseThrow(), scope, term, order.orElseThrow()));
            } catch (IllegalArgumentException e) {
                finding(row, String.valueOf(e.getMessage()), "correct one of the two dates");
            }
        }
    }
}
