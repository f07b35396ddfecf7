package dev.prakat.wordpress;

import dev.prakat.delivery.TakeDownJudge;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import dev.prakat.wordpress.site.RealWordPress;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A target on a real site, and the words in which tests talk of it. */
record Scene(RealWordPress real, WordPressTarget target, RecordingTrafficRecorder recorder) {

    static Scene of(RealWordPress real) {
        return of(real, real.baseUri());
    }

    static Scene of(RealWordPress real, URI address) {
        return new Scene(real, WordPressTarget.of(site(real, address)), new RecordingTrafficRecorder());
    }

    static WordPressSite site(RealWordPress real, URI address) {
        return new WordPressSite(
                address,
                RealWordPress.PUBLISHER,
                "test",
                name -> real.password(RealWordPress.PUBLISHER).toCharArray());
    }

    Receipt publish(PublishableItem item, long fence) {
        return target.publish(SampleItems.publish(item, fence, recorder));
    }

    Receipt takeDown(PublishableItem item, TakeDownKind kind, long fence, List<Artefact> artefacts) {
        return target.takeDown(SampleItems.takeDown(item, kind, fence, artefacts, recorder));
    }

    List<DeliveryResult> publishAll(List<PublishableItem> items, long fence) {
        return target.publishAll(items.stream()
                .map(item -> SampleItems.publish(item, fence, recorder))
                .toList());
    }

    List<DeliveryResult> takeDownAll(List<PublishableItem> items, TakeDownKind kind, long fence, List<Receipt> live) {
        return target.takeDownAll(IntStream.range(0, items.size())
                .mapToObj(n -> SampleItems.takeDown(
                        items.get(n), kind, fence, live.get(n).artefacts(), recorder))
                .toList());
    }

    /** The receipts of what was done; nothing may have failed. */
    static List<Receipt> done(List<DeliveryResult> results) {
        return results.stream()
                .map(result -> {
                    if (result instanceof DeliveryResult.Failed failed) {
                        throw failed.failure();
                    }
                    return ((DeliveryResult.Done) result).receipt();
                })
                .toList();
    }

    List<Observation> look(PublishableItem item, List<Artefact> artefacts) {
        return target.observe(SampleItems.observe(item.id(), artefacts, recorder));
    }

    /** What keeps a removal from being proven, as a sweep judges. */
    List<String> missing(PublishableItem item, List<Artefact> artefacts, TakeDownKind kind) {
        return TakeDownJudge.missing(artefacts, look(item, artefacts), kind, null);
    }

    /** How many posts of the item are in a state. */
    int posts(PublishableItem item, String status) {
        return Integer.parseInt(real.sql("select count(*) from wp_posts where post_type = 'post' and post_status = '"
                        + status
                        + "' and (post_content like '%prakat:1:" + item.id() + ":%' or post_name like '" + item.id()
                        + "%' or post_name like 'draft-" + item.id() + "%')")
                .strip());
    }

    static PublishableItem item(String id, String title, String body, List<AttachmentContent> files) {
        return item(id, 1, title, body, files, null);
    }

    static PublishableItem item(
            String id,
            int revision,
            String title,
            String body,
            List<AttachmentContent> files,
            @Nullable String remark) {
        PublishableItem sample = SampleItems.item(id, revision, title, files);
        return new PublishableItem(
                id,
                title,
                sample.summary(),
                body,
                sample.categoryPath(),
                sample.responsibleUnits(),
                remark,
                sample.externalLink(),
                sample.language(),
                sample.published(),
                sample.expires(),
                files,
                revision,
                Hashes.sha256(id + revision + title + body));
    }
}
