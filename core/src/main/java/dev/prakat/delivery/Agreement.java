package dev.prakat.delivery;

import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.delivery.Loaded.Content;
import dev.prakat.item.Attachment;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.Revision;
import dev.prakat.item.TakeDownOrder;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.AttachmentStore;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last look before the public: what is about to be published is what was agreed to, row by row and byte by byte. Whoever
 * changed a row or a file past Prakat publishes nothing by it. A period that ends earlier is always allowed.
 */
final class Agreement {

    private final ItemLifecycle items;
    private final AttachmentStore store;

    Agreement(ItemLifecycle items, AttachmentStore store) {
        this.items = items;
        this.store = store;
    }

    /** The schedule of a placement, cut to the plan of its revision: what the row says beyond the plan does not hold. */
    Schedule limited(EntityManager manager, PlacementEntity placement) {
        Schedule row = placement.schedule();
        PlacementPlan plan = plan(manager, placement);
        if (plan == null) {
            return row;
        }
        Instant opens = plan.window().opens();
        Instant closes = plan.window().closes();
        return new Schedule(
                row.revision(),
                row.opens().isAfter(opens) ? row.opens() : opens,
                within(row.closes(), closes) ? row.closes() : closes,
                row.kind(),
                row.redirectTo(),
                row.order());
    }

    /** The plan of the placement's revision; null when its rows are gone, which the delivery then meets by itself. */
    private @Nullable PlacementPlan plan(EntityManager manager, PlacementEntity placement) {
        try {
            Revision revision =
                    items.revision(manager, placement.item(), placement.plan().revision());
            return plan(revision, placement.target()).orElse(null);
        } catch (PrakatException e) {
            return null;
        }
    }

    /** Raises {@code CONFLICT}, naming what is not as agreed. */
    void require(Loaded loaded) {
        Content content = loaded.content();
        if (content == null) {
            throw notAgreed(loaded, "its rows cannot be read");
        }
        Revision revision = content.revision();
        TakeDownOrder order = content.item().order();
        if (order != null) {
            throw notAgreed(loaded, "it was ordered to be taken down at " + order.at());
        }
        if (!loaded.plan().binding().equals(content.item().binding())) {
            throw notAgreed(
                    loaded,
                    "found the agreement " + loaded.plan().binding() + ", the newest is "
                            + content.item().binding());
        }
        if (!items.isAgreed(revision, loaded.plan().categoryId(), loaded.plan().binding())) {
            throw notAgreed(
                    loaded,
                    "its content, plan or category was changed after the agreement "
                            + loaded.plan().binding());
        }
        Schedule row = loaded.placement().schedule();
        PlacementPlan plan = plan(revision, loaded.placement().target())
                .orElseThrow(() -> notAgreed(
                        loaded, "the plan does not name " + loaded.placement().target()));
        URI redirect = row.redirectTo();
        boolean asPlanned = row.opens().equals(plan.window().opens())
                && within(row.closes(), plan.window().closes())
                && row.kind() == plan.kind()
                && Objects.equals(redirect, plan.redirectTo());
        if (!asPlanned) {
            throw notAgreed(
                    loaded,
                    "found the period " + row.opens() + " to " + row.closes() + " (" + row.kind() + "), agreed "
                            + plan.window().opens() + " to " + plan.window().closes() + " (" + plan.kind() + ")");
        }
        for (int i = 0; i < revision.attachments().size(); i++) {
            requireBytes(loaded, i + 1, revision.attachments().get(i));
        }
    }

    /** Named by its number: what goes wrong is kept for good, and a file's name may have to be erased. */
    private void requireBytes(Loaded loaded, int number, Attachment file) {
        String found;
        try (InputStream in = store.open(file.sha256())) {
            found = sha256(in);
        } catch (IOException e) {
            throw notAgreed(loaded, "attachment " + number + " cannot be read: " + e);
        }
        if (!found.equals(file.sha256())) {
            throw notAgreed(
                    loaded, "attachment " + number + " has bytes with the hash " + found + ", agreed " + file.sha256());
        }
    }

    private static Optional<PlacementPlan> plan(Revision revision, String target) {
        return revision.plan().stream()
                .filter(plan -> plan.target().equals(target))
                .findFirst();
    }

    /** Whether an end is not later than the agreed one; null is no end. */
    private static boolean within(@Nullable Instant closes, @Nullable Instant agreed) {
        return agreed == null || (closes != null && !closes.isAfter(agreed));
    }

    private static String sha256(InputStream in) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static PrakatException notAgreed(Loaded loaded, String what) {
        return new PrakatException(
                ProblemCode.CONFLICT,
                "item " + loaded.item() + ", revision " + loaded.plan().revision()
                        + ": not what was agreed to, so it is not published: " + what
                        + ". A replay names the rows; restore them, or submit the item again.");
    }
}
