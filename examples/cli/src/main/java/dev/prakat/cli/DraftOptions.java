package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.item.Content;
import dev.prakat.item.Draft;
import dev.prakat.item.DraftAttachment;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.window.PublishWindow;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is said of an item when it is drafted, revised or looked at: by options, or above the body in its file. */
final class DraftOptions {

    @Option(names = "--category", paramLabel = "ID|ROW|PATH")
    private @Nullable String category;

    @Option(names = "--title", paramLabel = "TEXT")
    private @Nullable String title;

    @Option(names = "--body", paramLabel = "FILE.html|-", required = true)
    private String body = "";

    @Option(names = "--summary", paramLabel = "TEXT")
    private @Nullable String summary;

    @Option(names = "--language", paramLabel = "TAG")
    private @Nullable String language;

    @Option(names = "--attach", paramLabel = "FILE")
    private List<Path> attach = new ArrayList<>();

    @Option(names = "--field", paramLabel = "ID=VALUE")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--from", paramLabel = "DATE", converter = Moment.Converter.class)
    private @Nullable Moment from;

    @Option(names = "--until", paramLabel = "DATE", converter = Moment.Converter.class)
    private @Nullable Moment until;

    @Option(names = "--permanent", paramLabel = "REASON")
    private @Nullable String permanent;

    @Option(names = "--review", paramLabel = "DATE", converter = Moment.Converter.class)
    private @Nullable Moment review;

    @Option(names = "--target", paramLabel = "NAME")
    private @Nullable String target;

    @Option(names = "--kind", paramLabel = "GONE|WITHDRAWN|REDIRECT|VANISH")
    private @Nullable TakeDownKind kind;

    @Option(names = "--redirect-to", paramLabel = "URI")
    private @Nullable URI redirectTo;

    @Option(names = "--link", paramLabel = "URI")
    private @Nullable URI link;

    @Option(names = "--remark", paramLabel = "TEXT")
    private @Nullable String remark;

    @Mixin
    private LetterOptions letter = new LetterOptions();

    /** What was said, read once; made into a draft when the policy is known. */
    interface Said {
        Draft draft(Prakat prakat);
    }

    /** Reads the body file and everything else, before anything is opened. */
    Said read(Session session) {
        FrontMatter.File file =
                FrontMatter.split(body, new BodyFile(session.terminal().in()).read(body));
        FrontMatter front = file.front();
        List<Path> files = files(front);
        Path scan = letter.scanFile(front, this::beside);
        requireFiles(files, scan);
        PublishWindow window = window(session, front);
        URI redirect = Given.address("redirectTo", redirectTo, front.redirectTo());
        List<DraftAttachment> attachments =
                files.stream().map(DraftAttachment::of).toList();
        Draft draft = new Draft(
                Given.required("category", category, front.category()),
                content(front, file.body()),
                letter.origin(front),
                LetterOptions.attachment(scan),
                attachments,
                List.of());
        return prakat -> draft.withPlacement(new PlacementPlan(
                Given.or(target, front.target(), Opening.TARGET), window, kind(prakat, front, redirect), redirect));
    }

    private Content content(FrontMatter front, String html) {
        Map<String, String> all = new LinkedHashMap<>(front.fields() == null ? Map.of() : front.fields());
        all.putAll(fields);
        return new Content(
                Given.required("title", title, front.title()),
                Given.or(summary, front.summary(), ""),
                html,
                Given.or(language, front.language(), "th"),
                Given.address("link", link, front.link()),
                remark == null ? front.remark() : remark,
                all);
    }

    private TakeDownKind kind(Prakat prakat, FrontMatter front, @Nullable URI redirect) {
        TakeDownKind atTheEnd = kind != null
                ? kind
                : kind(Given.or(null, front.kind(), prakat.policy().settings().defaultTakeDownKind()));
        if ((atTheEnd == TakeDownKind.REDIRECT) != (redirect != null)) {
            throw new WrongUse("found --kind " + atTheEnd + (redirect == null ? " without" : " with")
                    + " --redirect-to, expected an address exactly for REDIRECT");
        }
        return atTheEnd;
    }

    private static TakeDownKind kind(String text) {
        try {
            return TakeDownKind.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongUse("kind: found '" + text + "', expected GONE, WITHDRAWN, REDIRECT or VANISH");
        }
    }

    /** Nothing is ever silently permanent. */
    private PublishWindow window(Session session, FrontMatter front) {
        Moment opening = Given.moment("from", from, front.from());
        Instant opens =
                opening != null ? opening.instant() : session.options().clock().instant();
        boolean options = until != null || permanent != null || review != null;
        Moment end = Given.moment("until", until, options ? null : front.until());
        String reason = permanent != null ? permanent : options ? null : front.permanent();
        LocalDate again = Given.day("review", review, options ? null : front.review());
        if ((end == null) == (reason == null) || (reason == null) != (again == null)) {
            throw new WrongUse("found " + (end == null ? "no" : "an") + " end (--until), "
                    + (reason == null ? "no" : "a") + " reason for having none (--permanent) and "
                    + (again == null ? "no" : "a") + " day of review (--review); expected either the end, or the reason"
                    + " and the review");
        }
        try {
            return reason == null || again == null
                    ? PublishWindow.of(
                            opens, java.util.Objects.requireNonNull(end).end())
                    : PublishWindow.permanent(opens, reason, again);
        } catch (IllegalArgumentException e) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    "the draft",
                    List.of(new Finding(
                            "placements", "S001-R26", String.valueOf(e.getMessage()), "give another period")));
        }
    }

    private List<Path> files(FrontMatter front) {
        List<Path> files = new ArrayList<>();
        if (front.attach() != null) {
            front.attach().forEach(name -> files.add(beside(name)));
        }
        files.addAll(attach);
        return files;
    }

    /** A file that a body file names stands beside it. */
    private Path beside(String name) {
        Path given = Path.of(name);
        return body.equals("-") ? given : Path.of(body).toAbsolutePath().resolveSibling(given);
    }

    /** A file that is not there is the caller's slip, found before anything is opened. */
    private static void requireFiles(List<Path> files, @Nullable Path scan) {
        List<Path> all = new ArrayList<>(files);
        if (scan != null) {
            all.add(scan);
        }
        List<Finding> findings = all.stream()
                .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .map(file -> new Finding(
                        "attachment " + file, "prakat", "found no file that can be read", "give the path of a file"))
                .toList();
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "attachments", findings);
        }
    }
}
