package dev.prakat;

import dev.prakat.delivery.SweepPace;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.schema.SchemaMode;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.CheckpointSink;
import dev.prakat.spi.KeyProvider;
import dev.prakat.spi.PrakatListener;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.StaffDirectory;
import dev.prakat.staff.StaffRecords;
import dev.prakat.trafficlog.ClockSource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Prakat}, complete. */
record Settings(
        DataSource dataSource,
        SchemaMode schema,
        AgencyPolicy policy,
        @Nullable ComplaintPolicy complaintPolicy,
        @Nullable RequestPolicy requestPolicy,
        Map<String, PublishingTarget> targets,
        @Nullable Path trafficLog,
        List<CheckpointSink> checkpointSinks,
        @Nullable KeyProvider keys,
        ClockSource clockSource,
        StaffDirectory staff,
        StaffRecords staffRecords,
        AttachmentStore attachments,
        List<PrakatListener> listeners,
        String node,
        SweepPace pace,
        Map<String, String> orphans,
        InstantSource clock) {}
