package dev.prakat.policy;

import dev.prakat.duty.Duty;
import dev.prakat.duty.UnitRegister;
import dev.prakat.problem.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all files of a policy, checks them as a whole, and keeps every finding. One use, one thread. */
final class PolicyLoader {

    private final Findings findings;
    private final @Nullable Parts parts;
    private final List<Finding> gaps;

    /** Everything that a policy is made of. */
    record Parts(
            PolicyYaml.Read yaml,
            UnitRegister units,
            MatrixFile.Read matrix,
            PolicyTexts texts,
            String version,
            List<Finding> gaps) {}

    PolicyLoader(PolicyFiles files, Findings findings) {
        this.findings = findings;
        PolicyTexts texts = PolicyTexts.read(files, findings);
        UnitRegister units = UnitsFile.read(files, findings);
        PolicyYaml.Read yaml = PolicyYaml.read(files, texts, units, findings);
        List<Duty> duties = yaml == null ? List.of() : yaml.duties();
        // Without duties the columns of the matrix are not known, and every one would be reported.
        MatrixFile.Read matrix = yaml == null || duties.isEmpty()
                ? null
                : MatrixFile.read(files, duties, units, yaml.fields().keySet(), findings);
        if (yaml != null && matrix != null && findings.list().isEmpty()) {
            new PolicyCrossCheck(yaml, units, matrix, findings).run();
        }
        if (yaml != null && matrix != null && findings.list().isEmpty()) {
            this.gaps = new MatrixGaps(matrix).findings();
            this.parts = new Parts(yaml, units, matrix, texts, files.version(), gaps);
        } else {
            this.gaps = List.of();
            this.parts = null;
        }
    }

    Optional<Parts> parts() {
        return Optional.ofNullable(parts);
    }

    PolicyCheck check() {
        return new PolicyCheck(findings.list(), gaps);
    }
}
