package dev.prakat.policy;

import com.fasterxml.jackson.core.JacksonException;
import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.ComplaintPolicy.Detail;
import dev.prakat.policy.ComplaintPolicy.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code policy.yaml} of a complaint policy. One use, one thread. */
final class ComplaintPolicyFile {

    private static final Set<String> FIELDS = Set.of(
            "id",
            "centre",
            "indicator",
            "score",
            "admissible",
            "channels",
            "conclusions",
            "routing",
            "monthly",
            "rounds",
            "circulation",
            "memo",
            "settings");
    private static final int LEVELS = 5;

    private final ChapterSection root;

    /** What the file says. */
    record Read(
            String id,
            String centre,
            KpiTerms kpi,
            Set<Detail> needs,
            List<Named> channels,
            List<Named> conclusions,
            List<Named> sections,
            Set<Purpose> purposes,
            int reportDay,
            List<AppraisalRound> rounds,
            List<String> circulatedTo,
            String circulatedOver,
            MemoHead memo,
            Map<String, String> facts) {}

    private ComplaintPolicyFile(ChapterSection root) {
        this.root = root;
    }

    /** Reads the file; empty, with a finding, when it is missing or no YAML. */
    static Optional<Read> read(PolicyFiles files, PolicyTexts texts, UnitRegister units, Findings findings) {
        Optional<String> content = files.text(PolicyFiles.POLICY, findings);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        texts.need("policy.name", findings);
        try {
            YamlSection section =
                    new YamlSection(YamlNode.read(content.get()), "the complaint policy", FIELDS, findings);
            return Optional.of(new ComplaintPolicyFile(new ChapterSection(section, texts, units)).read());
        } catch (JacksonException e) {
            findings.add(
                    PolicyFiles.POLICY,
                    e.getLocation() == null ? 1 : Math.max(e.getLocation().getLineNr(), 1),
                    Findings.Code.YAML,
                    "this is not YAML that a policy may use: " + e.getOriginalMessage(),
                    "look at this line and the one before it: indentation, colons, quotation marks");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Read read() {
        String id = root.section().text("id", ProcedureSection.ID, ProcedureSection.ID_FORM);
        String centre = centre();
        KpiTerms kpi = kpi();
        Set<Detail> needs = root.choices("admissible", "needs", Detail.class);
        List<Named> channels = root.named("channels", "channel");
        List<Named> conclusions = root.named("conclusions", "conclusion");
        YamlSection routing = root.part("routing", "sections", "purposes");
        List<Named> sections = root.namedTexts(routing, "sections", "section");
        Set<Purpose> purposes = Set.copyOf(routing.someOf("purposes", Purpose.class));
        root.fact(
                "routing",
                "sections " + sections.stream().map(Named::id).toList() + " for "
                        + purposes.stream().sorted().toList(),
                routing.rule());
        int reportDay = reportDay();
        List<AppraisalRound> rounds = rounds();
        YamlSection circulation = root.part("circulation", "to", "over");
        List<String> to = root.units(circulation, "to");
        String over = circulation.text("over");
        root.fact("circulation", "to " + to + " over " + over, circulation.rule());
        return new Read(
                id,
                centre,
                kpi,
                needs,
                channels,
                conclusions,
                sections,
                purposes,
                reportDay,
                rounds,
                to,
                over,
                memo(),
                root.facts());
    }

    private String centre() {
        YamlSection section = root.part("centre", "unit");
        String unit = root.unit(section, "unit");
        root.fact("centre", unit, section.rule());
        return unit;
    }

    private KpiTerms kpi() {
        YamlSection indicator = root.part("indicator", "number", "within");
        int number = root.number(indicator, "number", 1, 999);
        TimeLimit within = root.limit(indicator, "within");
        if (within.unit() != TimeLimit.Unit.WORKING_DAYS) {
            indicator.finding(
                    indicator.lineOf("within"),
                    "found " + within + ", expected working days",
                    "write, for example, 25wd; the document counts working days");
        }
        root.fact("indicator", "number " + number + " within " + within, indicator.rule());
        YamlSection score = root.part("score", "weight", "levels");
        List<BigDecimal> levels = new ArrayList<>();
        for (String level : score.texts("levels")) {
            levels.add(root.decimal(score, "levels", level));
        }
        if (levels.size() != LEVELS || !monotone(levels)) {
            score.finding(
                    score.lineOf("levels"),
                    "found the levels " + levels + ", expected five, all rising or all falling",
                    "write the percentages of the scores 1 to 5");
        }
        BigDecimal weight = root.decimal(score, "weight", score.text("weight"));
        root.fact("score", "weight " + weight + ", levels " + levels, score.rule());
        return new KpiTerms(number, within, levels, weight, choices());
    }

    private static boolean monotone(List<BigDecimal> levels) {
        int direction = levels.get(0).compareTo(levels.get(levels.size() - 1));
        for (int i = 1; i < levels.size(); i++) {
            if (Integer.signum(levels.get(i - 1).compareTo(levels.get(i))) != Integer.signum(direction)
                    || direction == 0) {
                return false;
            }
        }
        return true;
    }

    private KpiChoices choices() {
        ChapterSection.Settings settings = root.settings(Set.of(
                "firstDay",
                "reportDay",
                "carryOver",
                "denominator",
                "lateConclusion",
                "period",
                "noComplaints",
                "inadmissible",
                "scoring"));
        KpiChoices standard = KpiChoices.STANDARD;
        return new KpiChoices(
                settings.of("firstDay", standard.firstDay(), CountingRule.FirstDay.class),
                settings.of("reportDay", standard.reportDay(), CountingRule.LastDay.class),
                settings.of("carryOver", standard.carryOver(), KpiChoices.CarryOver.class),
                settings.of("denominator", standard.denominator(), KpiChoices.Denominator.class),
                settings.of("lateConclusion", standard.lateConclusion(), KpiChoices.LateConclusion.class),
                settings.of("period", standard.period(), KpiChoices.Period.class),
                settings.of("noComplaints", standard.noComplaints(), KpiChoices.NoComplaints.class),
                settings.of("inadmissible", standard.inadmissible(), KpiChoices.Inadmissible.class),
                settings.of("scoring", standard.scoring(), KpiChoices.Scoring.class));
    }

    private int reportDay() {
        YamlSection monthly = root.part("monthly", "day");
        int day = root.number(monthly, "day", 1, 28);
        root.fact("monthly", "due on day " + day + " of the next month", monthly.rule());
        return day;
    }

    private List<AppraisalRound> rounds() {
        List<AppraisalRound> rounds = new ArrayList<>();
        for (YamlNode node : root.section().itemsNeeded("rounds")) {
            YamlSection section = root.item(node, "a round", "number", "from", "until", "interim");
            int number = root.number(section, "number", 1, 2);
            MonthDay from = root.day(section, "from");
            MonthDay until = root.day(section, "until");
            root.fact("round " + number, from + " to " + until, section.rule());
            rounds.add(
                    section.has("interim")
                            ? interim(section, number, from, until)
                            : new AppraisalRound(number, from, until, 0, null, ""));
        }
        return rounds;
    }

    private AppraisalRound interim(YamlSection round, int number, MonthDay from, MonthDay until) {
        YamlSection section = round.section("interim", Set.of("months", "due", "to", "rule"));
        int months = root.number(section, "months", 1, 5);
        @Nullable MonthDay due = root.day(section, "due");
        String to = root.unit(section, "to");
        root.fact("round " + number + ", interim", months + " months, due " + due + " to " + to, section.rule());
        return new AppraisalRound(number, from, until, months, due, to);
    }

    private MemoHead memo() {
        YamlSection section = root.part("memo", "unit", "section", "telephone", "letterCode", "urgency");
        MemoHead memo = new MemoHead(
                root.unit(section, "unit"),
                section.has("section") ? section.text("section") : "",
                section.has("telephone") ? section.text("telephone") : "",
                section.text("letterCode"),
                section.has("urgency") ? section.text("urgency") : "");
        root.fact(
                "memo",
                memo.unit() + "; " + memo.section() + "; " + memo.telephone() + "; " + memo.letterCode() + "; "
                        + memo.urgency(),
                section.rule());
        return memo;
    }
}
