package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Several changes as one request, each with an answer of its own. Nothing of it is all or nothing: what WordPress says of one
 * change is judged as if that had been sent alone. When the whole answer is lost, nobody can say what became of any of them. Runs
 * once.
 */
final class BatchCall implements Runnable {

    static final String ROUTE = "batch/v1";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOT_IN_A_BATCH = "rest_batch_not_allowed";

    private final List<Errand> errands;
    private final int number;
    private final Parts parts;

    /**
     * What every one works with.
     *
     * @param alone sends one by itself
     */
    record Parts(Endpoints endpoints, Account account, Batching batching, Consumer<Errand> alone) {}

    /** @param number tells it from the others of the same call */
    BatchCall(List<Errand> errands, int number, Parts parts) {
        this.errands = errands;
        this.number = number;
        this.parts = parts;
    }

    @Override
    public void run() {
        Calls calls = errands.get(0).calls();
        Answer answer = Answer.of(() -> calls.send(ask(), parts.account().authorization()));
        errands.forEach(errand -> errand.recorded(calls.records()));
        Reply reply = answer.reply();
        if (reply == null) {
            lost(answer);
        } else if (reply.isOk()) {
            each(reply);
        } else if (reply.status() == 413) {
            smaller();
        } else if (Failure.of(reply).isRefusal()) {
            parts.batching().refused();
            errands.forEach(parts.alone());
        } else {
            lost(answer);
        }
    }

    private Ask ask() {
        String steps =
                errands.stream().map(errand -> errand.ask().why()).distinct().collect(Collectors.joining(","));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("validation", "normal");
        body.put(
                "requests",
                errands.stream().map(errand -> errand.told().inBatch()).toList());
        return Ask.post(
                        parts.endpoints().at(ROUTE, "prakat", steps, "part", Integer.toString(number)),
                        Told.json(body),
                        Errand.itemsOf(errands),
                        steps)
                .within(PATIENCE);
    }

    /** What there is instead of an answer is everyone's. */
    private void lost(Answer answer) {
        Reply reply = answer.reply();
        boolean unknown =
                reply == null ? answer.none() != null && answer.none().sent() : Failure.of(reply) == Failure.AMBIGUOUS;
        if (unknown) {
            parts.batching().lost();
        }
        errands.forEach(errand -> errand.settle(answer));
    }

    private void smaller() {
        parts.batching().tooLarge(errands.size());
        int half = errands.size() / 2;
        for (List<Errand> some : List.of(errands.subList(0, half), errands.subList(half, errands.size()))) {
            if (some.size() == 1) {
                parts.alone().accept(some.get(0));
            } else {
                new BatchCall(some, number, parts).run();
            }
        }
    }

    private void each(Reply whole) {
        JsonNode answers = whole.json().map(json -> json.path("responses")).orElse(MissingNode.getInstance());
        if (answers.size() != errands.size()) {
            String found = "found " + answers.size() + " answers in a batch, expected " + errands.size();
            lost(Answer.of(new Unanswered(new IOException(found), true)));
            return;
        }
        parts.batching().came();
        for (int n = 0; n < errands.size(); n++) {
            Reply reply = whole.part(answers.get(n));
            if (reply.code().equals(NOT_IN_A_BATCH)) {
                parts.alone().accept(errands.get(n));
            } else {
                errands.get(n).settle(Answer.of(reply));
            }
        }
    }
}
