package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyDiffTest {

    private static final AgencyPolicy POLICY = AgencyPolicy.builtIn("sso-website");

    @TempDir
    Path temp;

    @Test
    void aPolicyDoesNotDifferFromItself() throws IOException {
        PolicyFolder.copyOfSsoWebsite(temp).append("policy.yaml", "# a remark\n");

        assertThat(PolicyDiff.between(POLICY, AgencyPolicy.load(temp))).isEmpty();
    }

    @Test
    void namesWhatChangedWhatIsNewAndWhatIsGone() throws IOException {
        PolicyFolder.copyOfSsoWebsite(temp)
                .replace("matrix.csv", "คู่มือประชาชน,กพบ.,", "คู่มือประชาชน,กพบ./ศสน.,")
                .replace("matrix.csv", "contact,M021", "contact-us,M021")
                .replace("policy.yaml", "within: 3d", "within: 5d")
                .replace("policy.yaml", "  hours: {value: OFFICE, rule: AMB-18}\n", "");

        assertThat(PolicyDiff.between(POLICY, AgencyPolicy.load(temp)))
                .extracting(PolicyDifference::line)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("~ category citizen-manual, DATA: 'กพบ.'")
                        .contains("=>"))
                .anySatisfy(line -> assertThat(line).startsWith("- category contact: "))
                .anySatisfy(line -> assertThat(line).startsWith("+ category contact-us: "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("~ procedure s001-2-1-1, step publish: ")
                        .contains("within 3d", "within 5d"))
                .anySatisfy(
                        line -> assertThat(line).isEqualTo("~ setting hours: OFFICE; rule AMB-18 => OFFICE (default)"))
                .hasSize(11);
    }

    @Test
    void comparesTwoAgencies() {
        assertThat(PolicyDiff.between(POLICY, AgencyPolicy.builtIn("phan-dho")))
                .hasSizeGreaterThan(400)
                .allSatisfy(difference -> assertThat(difference.before()).isNotEqualTo(difference.after()));
    }
}
