package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reference/rules.md says of every rule whether it is carried, and the code agrees. */
class RulesDocumentTest {

    private static final Pattern ID = Pattern.compile("S00[0-4]-[RF]\\d{2}");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");

    /** {@code S001-R11–R14, R16}: a first id, then ends of ranges and further numbers of the same document. */
    private static final Pattern LIST = Pattern.compile("(S00[0-4])-([RF])(\\d{2})((?:–[RF]\\d{2}|, [RF]\\d{2})*)");

    private static final Pattern FURTHER = Pattern.compile("(–|, )([RF])(\\d{2})");

    private static final Map<String, Integer> RULES =
            Map.of("S000-R", 22, "S001-R", 30, "S002-R", 15, "S002-F", 9, "S003-R", 25, "S004-R", 22);

    private final Map<String, Set<String>> sections = sections();

    @Test
    void everyRuleStandsInExactlyOneSection() {
        Set<String> twice = new TreeSet<>();
        Set<String> once = new TreeSet<>();
        sections.values()
                .forEach(ids -> ids.stream().filter(id -> !once.add(id)).forEach(twice::add));

        assertThat(once).as("rules of docs/reference/rules.md").isEqualTo(allRules());
        assertThat(twice).as("rules that stand in two sections").isEmpty();
    }

    @Test
    void theCodeCitesExactlyTheRulesThatItCarries() {
        Set<String> cited = Stream.of(
                        Repository.mainSources().stream(),
                        Repository.mainResources(".csv").stream(),
                        Repository.mainResources(".yaml").stream())
                .flatMap(files -> files)
                .flatMap(file -> ID.matcher(Repository.read(file)).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> carried = new TreeSet<>(sections.get("Carried"));
        carried.addAll(sections.get("In part"));

        assertThat(cited)
                .as("rules cited in main code and policies, against the sections 'Carried' and 'In part' of"
                        + " docs/reference/rules.md; move the id there, or take the citation out")
                .isEqualTo(carried);
    }

    @Test
    void aListOfRangesIsRead() {
        assertThat(ids("- S001-R11–R13, R16: units and S002-F01, F07–F08."))
                .containsExactly("S001-R11", "S001-R12", "S001-R13", "S001-R16", "S002-F01", "S002-F07", "S002-F08");
    }

    private static Map<String, Set<String>> sections() {
        String text = Repository.read(Repository.root().resolve("docs/reference/rules.md"));
        Map<String, Set<String>> sections = new TreeMap<>();
        Matcher heading = SECTION.matcher(text);
        String name = null;
        int from = 0;
        while (heading.find()) {
            if (name != null) {
                sections.put(name, ids(text.substring(from, heading.start())));
            }
            name = heading.group(1);
            from = heading.end();
        }
        sections.put(String.valueOf(name), ids(text.substring(from)));
        return sections;
    }

    private static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>();
        Matcher list = LIST.matcher(text);
        while (list.find()) {
            String document = list.group(1) + "-";
            int last = Integer.parseInt(list.group(3));
            ids.add(id(document + list.group(2), last));
            Matcher further = FURTHER.matcher(list.group(4));
            while (further.find()) {
                int number = Integer.parseInt(further.group(3));
                for (int i = further.group(1).equals("–") ? last + 1 : number; i <= number; i++) {
                    ids.add(id(document + further.group(2), i));
                }
                last = number;
            }
        }
        return ids;
    }

    private static Set<String> allRules() {
        Set<String> all = new TreeSet<>();
        RULES.forEach((prefix, count) -> {
            for (int i = 1; i <= count; i++) {
                all.add(id(prefix, i));
            }
        });
        return all;
    }

    private static String id(String prefix, int number) {
        return prefix + (number < 10 ? "0" : "") + number;
    }
}
