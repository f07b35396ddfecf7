package dev.prakat.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Labelled texts, and how far what is found agrees with their labels. */
final class Corpus {

    /** The agency of the texts. */
    static final ScreeningRules RULES = ScreeningRules.builder()
            .allow(ScreeningRules.Allowed.DOMAINS, List.of("sso.example.go.th"))
            .allow(ScreeningRules.Allowed.TELEPHONES, List.of("0 2000 1000", "1506"))
            .allow(ScreeningRules.Allowed.BANK_ACCOUNTS, List.of("000-6-00001-1"))
            .allow(ScreeningRules.Allowed.ADDRESSES, List.of("88/28 หมู่ 4 ถนนตัวอย่าง ตำบลสมมติ"))
            .build();

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(n))");

    final List<Line> lines;

    /** One text with what must be found in it, as {@code KIND:ACTION}. */
    record Line(int number, List<String> wanted, String text) {}

    /** How many of one kind were found that should be, were found that should not, and were missed. */
    static final class Score {
        int right;
        int wrong;
        int missed;

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        @Override
        public String toString() {
            return right + " right, " + wrong + " wrong, " + missed + " missed";
        }
    }

    private Corpus(List<Line> lines) {
        this.lines = lines;
    }

    static Corpus read(String resource) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text(resource).split("\n")) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split("\t", 2);
                List<String> wanted = parts[0].equals("-") ? List.of() : List.of(parts[0].split(" "));
                lines.add(new Line(number, wanted, unescaped(parts[1])));
            }
        }
        return new Corpus(lines);
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kinds and actions found in a text, without what is allowed. */
    static List<String> found(String text) {
        ScreeningSubject subject = ScreeningSubject.builder().text("text", text).build();
        return new Screening(RULES)
                .screen(subject).findings().stream()
                        .filter(finding -> finding.action() != ScreeningAction.ALLOW)
                        .map(finding -> finding.kind() + ":" + finding.action())
                        .collect(Collectors.toList());
    }

    /** The scores by kind; a line that disagrees is added to {@code differences}. */
    Map<ScreeningKind, Score> scores(List<String> differences) {
        Map<ScreeningKind, Score> scores = new EnumMap<>(ScreeningKind.class);
        for (Line line : lines) {
            List<String> found = found(line.text());
            List<String> missed = new ArrayList<>(line.wanted());
            List<String> wrong = new ArrayList<>();
            for (String each : found) {
                if (missed.remove(each)) {
                    score(scores, each).right++;
                } else {
                    wrong.add(each);
                    score(scores, each).wrong++;
                }
            }
            missed.forEach(each -> score(scores, each).missed++);
            if (!missed.isEmpty() || !wrong.isEmpty()) {
                differences.add(
                        line.number() + ": missed " + missed + ", wrongly found " + wrong + " in " + line.text());
            }
        }
        return scores;
    }

    static Score sum(Stream<Score> scores) {
        Score sum = new Score();
        scores.forEach(score -> {
            sum.right += score.right;
            sum.wrong += score.wrong;
            sum.missed += score.missed;
        });
        return sum;
    }

    private static Score score(Map<ScreeningKind, Score> scores, String each) {
        ScreeningKind kind = ScreeningKind.valueOf(each.substring(0, each.indexOf(':')));
        return scores.computeIfAbsent(kind, unused -> new Score());
    }

    private static String unescaped(String text) {
        Matcher matcher = ESCAPE.matcher(text);
        return matcher.replaceAll(escape -> Matcher.quoteReplacement(
                escape.group(1) == null ? "\n" : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
