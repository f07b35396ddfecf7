package dev.prakat;

import dev.prakat.approval.Approvals;
import dev.prakat.complaint.Complaints;
import dev.prakat.delivery.Placements;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.Items;
import dev.prakat.journal.Journal;
import dev.prakat.journal.RecorderSource;
import dev.prakat.journal.Replay;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.FieldRule;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.report.Reports;
import dev.prakat.request.Requests;
import dev.prakat.schema.Schema;
import dev.prakat.seal.Seal;
import dev.prakat.seal.SealKeyFile;
import dev.prakat.spi.Actor;
import dev.prakat.spi.KeyProvider;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.staff.StaffRegister;
import dev.prakat.trafficlog.TrafficLog;
import dev.prakat.trafficlog.TrafficLogSettings;
import dev.prakat.transaction.PersistenceUnit;
import dev.prakat.transaction.UnitOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens what the settings name and wires the chapters. What it opened is closed again when a later part fails. */
final class Wiring {

    private static final String KEY_FILE = "complaint.key";

    private final Settings settings;

    Wiring(Settings settings) {
        this.settings = settings;
    }

    Prakat open() {
        Schema.prepare(settings.dataSource(), settings.schema());
        Path folder = settings.trafficLog();
        TrafficLog log = folder == null ? null : log(folder);
        EntityManagerFactory factory = null;
        try {
            factory = PersistenceUnit.open(settings.dataSource(), entities());
            return wire(log, factory);
        } catch (RuntimeException e) {
            if (factory != null) {
                factory.close();
            }
            if (log != null) {
                log.close();
            }
            throw e;
        }
    }

    private TrafficLog log(Path folder) {
        TrafficLogSettings log = TrafficLogSettings.of(folder, settings.policy().originHost(), settings.clock())
                .withNode(settings.node())
                .withSinks(settings.checkpointSinks())
                .withClockSource(settings.clockSource());
        return TrafficLog.open(settings.keys() == null ? log : log.withKeys(settings.keys()));
    }

    private static TrafficRecorder refuse(Actor actor, String correlation) {
        throw Prakat.readOnlyProblem();
    }

    private static List<Class<?>> entities() {
        return Stream.of(
                        Journal.entities(),
                        Items.entities(),
                        Approvals.entities(),
                        Placements.entities(),
                        Complaints.entities(),
                        Requests.entities(),
                        Reports.entities(),
                        Seal.entities())
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    private Prakat wire(@Nullable TrafficLog log, EntityManagerFactory factory) {
        RecorderSource recorders = log == null ? Wiring::refuse : log::recorder;
        UnitOfWork unitOfWork = UnitOfWork.resourceLocal(factory);
        Journal journal = new Journal(unitOfWork, settings.clock(), recorders, settings.listeners());
        ItemLifecycle lifecycle = new ItemLifecycle(journal, settings.attachments());
        Items items = new Items(
                journal,
                settings.clock(),
                new Items.Setting(
                        settings.policy().categories(),
                        settings.staff(),
                        capabilities(),
                        settings.attachments(),
                        PrakatBuilder.MAX_ATTACHMENT_BYTES,
                        forms(settings.policy())));
        AtomicReference<@Nullable Placements> placed = new AtomicReference<>();
        Approvals approvals = new Approvals(
                journal,
                lifecycle,
                settings.clock(),
                new Approvals.Setting(
                        settings.policy(),
                        new StaffRegister(settings.staff(), settings.staffRecords()),
                        settings.attachments(),
                        id -> Objects.requireNonNull(placed.get()).anythingPublic(id)));
        Placements placements = new Placements(
                journal,
                lifecycle,
                settings.clock(),
                new Placements.Setting(
                        settings.policy(),
                        settings.targets(),
                        settings.staff(),
                        settings.attachments(),
                        approvals::published,
                        settings.pace()));
        List<Finding> gone = placements.open(settings.orphans(), log != null);
        if (!gone.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "the settings of Prakat", gone);
        }
        placed.set(placements);
        Complaints complaints = complaints(journal);
        return new Prakat(new Prakat.Parts(
                settings.policy(),
                settings.targets(),
                log,
                factory,
                journal,
                lifecycle,
                items,
                approvals,
                placements,
                complaints,
                requests(journal),
                new Reports(
                        settings.clock(),
                        new Reports.Setting(
                                settings.policy(),
                                journal,
                                items,
                                approvals,
                                placements,
                                settings.staff(),
                                complaints)),
                new Replay(
                        unitOfWork,
                        Stream.of(
                                        List.of(
                                                Items.replayable(),
                                                Approvals.replayable(settings.policy()),
                                                Placements.replayable(),
                                                Requests.replayable()),
                                        Complaints.replayable(),
                                        Reports.replayable())
                                .flatMap(List::stream)
                                .toList())));
    }

    private @Nullable Complaints complaints(Journal journal) {
        ComplaintPolicy policy = settings.complaintPolicy();
        return policy == null
                ? null
                : new Complaints(
                        journal,
                        settings.clock(),
                        new Complaints.Setting(
                                policy, new StaffRegister(settings.staff(), settings.staffRecords()), sealKeys()));
    }

    private @Nullable Requests requests(Journal journal) {
        RequestPolicy policy = settings.requestPolicy();
        return policy == null
                ? null
                : new Requests(
                        journal,
                        settings.clock(),
                        new Requests.Setting(
                                policy, new StaffRegister(settings.staff(), settings.staffRecords()), sealKeys()));
    }

    /** Whoever only looks has no log, and never seals or opens anything: its commands are refused before. */
    private KeyProvider sealKeys() {
        KeyProvider given = settings.keys();
        Path log = settings.trafficLog();
        return given != null
                ? given
                : new SealKeyFile(
                        log == null
                                ? Path.of(KEY_FILE)
                                : log.toAbsolutePath().normalize().resolveSibling(KEY_FILE));
    }

    private static Items.Forms forms(AgencyPolicy policy) {
        return new Items.Forms(
                policy.procedures().stream()
                        .flatMap(procedure -> procedure.applies().sources().stream())
                        .collect(Collectors.toSet()),
                policy.fields().stream().map(FieldRule::id).collect(Collectors.toSet()),
                policy.fields().stream()
                        .filter(field -> field.kind() == FieldRule.Kind.ATTACHMENT)
                        .map(FieldRule::id)
                        .collect(Collectors.toSet()));
    }

    private Map<String, TargetCapabilities> capabilities() {
        Map<String, PublishingTarget> targets = settings.targets();
        return targets.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().capabilities()));
    }
}
