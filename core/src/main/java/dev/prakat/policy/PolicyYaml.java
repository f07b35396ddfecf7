package dev.prakat.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import dev.prakat.duty.Duty;
import dev.prakat.duty.Separation;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Emergency;
import dev.prakat.procedure.OversightRound;
import dev.prakat.procedure.Post;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.StandingDuty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code policy.yaml}. One use, one thread. */
final class PolicyYaml {

    static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    static final String NAME_FORM = "2 to 40 characters of A-Z, 0-9 and '_'";

    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,62}\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "originHost",
            "duties",
            "posts",
            "fields",
            "separation",
            "procedures",
            "standing",
            "rounds",
            "emergency",
            "windows",
            "ownDocument",
            "screening",
            "settings");

    private final PolicyTexts texts;
    private final Findings findings;
    private final YamlSection root;

    /** What the file says. */
    record Read(
            String id,
            String originHost,
            List<Duty> duties,
            Map<String, Post> posts,
            Map<String, FieldRule> fields,
            Separation separation,
            List<Procedure> procedures,
            List<StandingDuty> standing,
            List<OversightRound> rounds,
            @Nullable Emergency emergency,
            WindowSection.Read windows,
            @Nullable OwnDocument ownDocument,
            ScreeningSection.Read screening,
            PolicySettings settings,
            Map<String, String> rules) {}

    /**
     * Where the policy's own document is published. Source: S003-R22.
     *
     * @param line the line in the file
     */
    record OwnDocument(int line, String category, String rule) {}

    private PolicyYaml(YamlNode root, PolicyTexts texts, Findings findings) {
        this.texts = texts;
        this.findings = findings;
        this.root = new YamlSection(root, "the policy", FIELDS, findings);
    }

    /** Reads the file; null, with a finding, when it is missing or no YAML. */
    static @Nullable Read read(PolicyFiles files, PolicyTexts texts, UnitRegister units, Findings findings) {
        Optional<String> content = files.text(PolicyFiles.POLICY, findings);
        if (content.isEmpty()) {
            return null;
        }
        try {
            YamlNode root = YamlNode.read(content.get());
            return new PolicyYaml(root, texts, findings).read(units);
        } catch (JacksonException e) {
            JsonLocation location = e.getLocation();
            findings.add(
                    PolicyFiles.POLICY,
                    location == null ? 1 : Math.max(location.getLineNr(), 1),
                    Code.YAML,
                    "this is not YAML that a policy may use: "
                            + String.valueOf(e.getOriginalMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "look at this line and the one before it: indentation, colons, quotation marks");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Read read(UnitRegister units) {
        texts.need("policy.name", findings);
        texts.need("agency.name", findings);
        NamesSection named = new NamesSection(root, texts, findings);
        List<Duty> duties = named.duties(units);
        Map<String, Post> posts = named.posts();
        PolicySettings settings = SettingsSection.read(root, named.rules());
        WhoSection.Names names =
                new WhoSection.Names(duties.stream().map(Duty::id).collect(Collectors.toSet()), posts, units, settings);
        StandingSection standing = new StandingSection(names, texts, findings);
        return new Read(
                root.text("id", ProcedureSection.ID, ProcedureSection.ID_FORM),
                root.text("originHost", HOST, "a host name in small letters, for example www.example.go.th"),
                duties,
                posts,
                named.fields(),
                named.separation(),
                procedures(new ProcedureSection(names, texts, findings)),
                standing.duties(root),
                standing.rounds(root),
                standing.emergency(root).orElse(null),
                WindowSection.read(root, findings),
                ownDocument(),
                ScreeningSection.read(root, findings),
                settings,
                Map.copyOf(named.rules()));
    }

    private List<Procedure> procedures(ProcedureSection reader) {
        List<Procedure> procedures = new ArrayList<>();
        for (YamlNode node : root.itemsNeeded("procedures")) {
            Procedure procedure = reader.read(node);
            for (Procedure other : procedures) {
                if (other.id().equals(procedure.id())) {
                    findings.add(
                            PolicyFiles.POLICY,
                            node.line(),
                            Code.PROCEDURE,
                            "the procedure '" + procedure.id() + "' occurs twice",
                            "delete one");
                }
                if (hides(other, procedure)) {
                    findings.add(
                            PolicyFiles.POLICY,
                            node.line(),
                            Code.PROCEDURE,
                            "the procedure '" + procedure.id() + "' is never taken: '" + other.id()
                                    + "' above it applies to the same and more",
                            "move it up, or say when it applies");
                }
            }
            procedures.add(procedure);
        }
        return procedures;
    }

    /** Whether an earlier procedure takes everything that a later one would. */
    private static boolean hides(Procedure earlier, Procedure later) {
        return !later.applies().sources().isEmpty()
                && earlier.applies().sources().containsAll(later.applies().sources())
                && later.applies().holds().containsAll(earlier.applies().holds())
                && hides(earlier.applies().listed(), later.applies().listed())
                && hides(earlier.applies().routineMission(), later.applies().routineMission());
    }

    private static boolean hides(@Nullable Boolean earlier, @Nullable Boolean later) {
        return earlier == null || earlier.equals(later);
    }

    private @Nullable OwnDocument ownDocument() {
        if (!root.has("ownDocument")) {
            return null;
        }
        YamlSection section = root.section("ownDocument", Set.of("category", "rule"));
        return new OwnDocument(section.line(), section.text("category"), section.rule());
    }
}
