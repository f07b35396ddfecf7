package dev.prakat.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import dev.prakat.duty.Duty;
import dev.prakat.duty.Quorum;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Post;
import dev.prakat.procedure.Procedure;
import dev.prakat.spi.TakeDownKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code policy.yaml}. One use, one thread. */
final class PolicyYaml {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final String NAME_FORM = "2 to 40 characters of A-Z, 0-9 and '_'";
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)[a-z0-9]([a-z0-9-]{0,62}\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final int LONGEST_REVIEW = 3650;

    private final PolicyTexts texts;
    private final Findings findings;
    private final YamlSection root;

    /** What the file says. */
    record Read(
            String id,
            String originHost,
            List<Duty> duties,
            List<Post> posts,
            List<Procedure> procedures,
            Map<String, Procedure> bySource,
            PolicySettings settings) {}

    private PolicyYaml(YamlNode root, PolicyTexts texts, Findings findings) {
        this.texts = texts;
        this.findings = findings;
        this.root = new YamlSection(
                root, "the policy", Set.of("id", "originHost", "duties", "posts", "procedures", "settings"), findings);
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
        String id = root.text("id", ProcedureSection.ID, ProcedureSection.ID_FORM);
        String host = root.text("originHost", HOST, "a host name in small letters, for example www.example.go.th");
        List<Duty> duties = duties();
        List<Post> posts = posts();
        ProcedureSection.Names names = new ProcedureSection.Names(
                duties.stream().map(Duty::id).collect(Collectors.toSet()),
                posts.stream().map(Post::id).collect(Collectors.toSet()),
                units);
        Map<String, Procedure> bySource = new LinkedHashMap<>();
        List<Procedure> procedures = procedures(new ProcedureSection(names, texts, findings), bySource);
        return new Read(id, host, duties, posts, procedures, bySource, settings());
    }

    private List<Duty> duties() {
        List<Duty> duties = new ArrayList<>();
        for (YamlNode node : root.itemsNeeded("duties")) {
            YamlSection section = new YamlSection(node, "a duty", Set.of("id", "quorum", "rule"), findings);
            String id = section.text("id", NAME, NAME_FORM);
            section.rule();
            Quorum quorum = section.oneOf("quorum", Quorum.class).orElse(Quorum.ANY_OF);
            if (quorum != Quorum.ANY_OF) {
                section.finding(
                        section.lineOf("quorum"),
                        "duty " + id + " asks for " + quorum + ", which this version cannot check",
                        "write ANY_OF");
            }
            if (duties.stream().anyMatch(duty -> duty.id().equals(id))) {
                section.finding(section.lineOf("id"), "the duty '" + id + "' occurs twice", "delete one");
            } else if (!id.isEmpty()) {
                String key = "duty." + id;
                texts.need(key, findings);
                duties.add(new Duty(id, texts.inThai(key), texts.inEnglish(key), quorum));
            }
        }
        return duties;
    }

    private List<Post> posts() {
        List<Post> posts = new ArrayList<>();
        for (YamlNode node : root.items("posts")) {
            YamlSection section = new YamlSection(node, "a post", Set.of("id", "rule"), findings);
            String id = section.text("id", NAME, NAME_FORM);
            section.rule();
            if (posts.stream().anyMatch(post -> post.id().equals(id))) {
                section.finding(section.lineOf("id"), "the post '" + id + "' occurs twice", "delete one");
            } else if (!id.isEmpty()) {
                String key = "post." + id;
                texts.need(key, findings);
                posts.add(new Post(id, texts.inThai(key), texts.inEnglish(key)));
            }
        }
        return posts;
    }

    private List<Procedure> procedures(ProcedureSection reader, Map<String, Procedure> bySource) {
        List<Procedure> procedures = new ArrayList<>();
        for (YamlNode node : root.itemsNeeded("procedures")) {
            YamlSection section =
                    new YamlSection(node, "a procedure", Set.of("id", "rule", "sources", "steps"), findings);
            Procedure procedure = reader.read(section);
            if (procedures.stream().anyMatch(other -> other.id().equals(procedure.id()))) {
                section.finding(
                        section.lineOf("id"), "the procedure '" + procedure.id() + "' occurs twice", "delete one");
            }
            procedures.add(procedure);
            for (YamlNode source : section.itemsNeeded("sources")) {
                String name = String.valueOf(source.scalar());
                if (!NAME.matcher(name).matches()) {
                    section.finding(
                            source.line(), "found the source '" + name + "', expected " + NAME_FORM, "correct it");
                } else if (bySource.putIfAbsent(name, procedure) != null) {
                    section.finding(
                            source.line(),
                            "the source " + name + " already has a procedure",
                            "leave it with one of them");
                }
            }
        }
        return procedures;
    }

    private PolicySettings settings() {
        YamlSection section =
                root.section("settings", Set.of("approverMustDiffer", "defaultTakeDownKind", "permanentReviewDays"));
        boolean differ = switch (setting(section, "approverMustDiffer")) {
            case "true", "" -> true;
            case "false" -> false;
            default -> {
                wrong(section, "approverMustDiffer", "write true or false");
                yield true;
            }
        };
        YamlSection kind = section.section("defaultTakeDownKind", Set.of("value", "rule"));
        kind.rule();
        TakeDownKind takeDown = kind.oneOf("value", TakeDownKind.class).orElse(TakeDownKind.GONE);
        String days = setting(section, "permanentReviewDays");
        int review = days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0;
        if (!days.isEmpty() && (review < 1 || review > LONGEST_REVIEW)) {
            wrong(section, "permanentReviewDays", "write a whole number of days, 1 to " + LONGEST_REVIEW);
        }
        return new PolicySettings(differ, takeDown.name(), review);
    }

    private static String setting(YamlSection settings, String name) {
        YamlSection setting = settings.section(name, Set.of("value", "rule"));
        setting.rule();
        return setting.text("value");
    }

    private static void wrong(YamlSection settings, String name, String remedy) {
        settings.finding(settings.lineOf(name), Code.SETTING, "the value of " + name + " does not fit", remedy);
    }
}
