package dev.prakat.cli;

import dev.prakat.duty.DutyHolders;
import dev.prakat.duty.Unit;
import dev.prakat.policy.AgencyPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code policy who}: who answers, or answered, for a category. */
@Command(name = "who", mixinStandardHelpOptions = true)
final class PolicyWhoCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--category", required = true, paramLabel = "PATH")
    private String category = "";

    @Option(names = "--duty", required = true, paramLabel = "NAME")
    private String duty = "";

    @Option(names = "--on", paramLabel = "DATE", converter = Moment.Converter.class)
    private @Nullable Moment on;

    PolicyWhoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String chosen = session.options().policy();
        AgencyPolicy policy = Session.policy(Objects.requireNonNullElse(chosen, GlobalOptions.DEFAULT_POLICY));
        DutyHolders found = policy.who(category, duty, on == null ? null : on.dayInBangkok());
        session.answer(json(found), () -> lines(found));
        return found.holders().isEmpty() ? ExitCode.FINDING : ExitCode.DONE;
    }

    private static Map<String, Object> json(DutyHolders found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("category", found.category().value());
        json.put("duty", found.duty());
        json.put("printed", found.printed());
        json.put("holders", found.holders().stream().map(Unit::code).toList());
        json.put("members", found.members().stream().map(Unit::code).toList());
        json.put("quorum", found.quorum().name());
        json.put("valid", found.validity().toString());
        json.put("explanation", found.explanation());
        return json;
    }

    private List<String> lines(DutyHolders found) {
        List<String> lines = new ArrayList<>();
        lines.add(found.explanation());
        found.holders().forEach(unit -> lines.add("  " + described(unit)));
        found.members().forEach(unit -> lines.add("    " + described(unit)));
        return lines;
    }

    private String described(Unit unit) {
        return unit.code() + "  " + session.messages().either(unit.nameTh(), unit.nameEn());
    }
}
