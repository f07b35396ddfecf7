package dev.prakat.delivery;

import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.delivery.Loaded.Content;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Notice;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;

/** Makes what a target is told, finished for printing. */
final class Requests {

    private final Printing printing;

    Requests(Printing printing) {
        this.printing = printing;
    }

    PublishRequest publish(Attempt attempt, long fence, Freshness freshness) {
        Work work = attempt.work();
        Loaded loaded = attempt.loaded();
        Content content = loaded.content();
        if (content == null) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "placement " + work.placement() + ": the rows of its item or of revision "
                            + loaded.plan().revision() + " cannot be read, so nothing is published. Restore them.");
        }
        return new PublishRequest(
                work.placement(),
                fence,
                key(work, loaded, fence),
                printing.item(
                        content.item(),
                        loaded.plan().categoryId(),
                        content.revision(),
                        loaded.placement().schedule(),
                        content.history()),
                printing.site(freshness.with(loaded.plan().category(), updated(work, loaded))),
                work.now(),
                attempt.begun().recorder());
    }

    TakeDownRequest takeDown(Attempt attempt, long fence, Freshness freshness) {
        Work work = attempt.work();
        Loaded loaded = attempt.loaded();
        TakenDown down = (TakenDown) loaded.desired();
        return new TakeDownRequest(
                work.placement(),
                fence,
                key(work, loaded, fence),
                loaded.item(),
                down.kind(),
                down.reason(),
                notice(loaded, down),
                down.kind() == TakeDownKind.REDIRECT
                        ? loaded.placement().schedule().redirectTo()
                        : null,
                Manifest.toTakeDown(loaded),
                printing.site(freshness.known()),
                work.now(),
                attempt.begun().recorder());
    }

    /** What is known of the item's category once it is published; of an item that cannot be read, only when. */
    static Updated updated(Work work, Loaded loaded) {
        Content content = loaded.content();
        return new Updated(work.now(), content == null ? "" : content.item().ownerUnit());
    }

    private Notice notice(Loaded loaded, TakenDown down) {
        Content content = loaded.content();
        return content == null
                ? printing.bareNotice(down)
                : printing.notice(
                        content.item(), content.revision(), loaded.placement().schedule(), down);
    }

    /** The same for every try of one decision, and of no other one, also when a restored database counts fences again. */
    private static String key(Work work, Loaded loaded, long fence) {
        return work.placement() + ":" + fence + ":" + loaded.desired().key();
    }
}
