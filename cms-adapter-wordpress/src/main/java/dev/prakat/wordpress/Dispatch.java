package dev.prakat.wordpress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Sends what several items' procedures wait for, as few requests as WordPress allows and over two connections: changes of posts and
 * categories in batches, searches for several items as one list, everything else by itself. Serves one call of the target.
 */
final class Dispatch {

    /** A longer body may be refused by what stands in front of a site. */
    private static final int MOST_BYTES = 1_000_000;
    /** Fewer are not worth being divided among two connections. */
    private static final int WORTH_DIVIDING = 4;
    /** WordPress takes no files in a batch, and no autosaves. */
    private static final Pattern IN_BATCHES = Pattern.compile("wp/v2/(posts|categories)(/[0-9]+)?");

    private final Endpoints endpoints;
    private final Account account;
    private final Batching batching;
    private int batches;

    Dispatch(Endpoints endpoints, Account account, Batching batching) {
        this.endpoints = endpoints;
        this.account = account;
        this.batching = batching;
    }

    /** Sends all of it, and settles each. */
    void send(List<Wanted> wants) {
        List<Errand> errands = errands(wants);
        List<Runnable> requests = new ArrayList<>(take(errands, this::isChange, this::batches));
        requests.addAll(take(errands, ListCall::isPossible, this::lists));
        requests.addAll(take(errands, Dispatch::isFile, files -> List.of(() -> files.forEach(this::alone))));
        errands.forEach(errand -> requests.add(() -> alone(errand)));
        TwoAtOnce.with(requests, request -> {
            request.run();
            return request;
        });
    }

    /**
     * Files go one after the other: two of one name that arrive together would both be stored under that name, the one over the
     * other, because WordPress looks for a free name and takes it in two steps.
     */
    private static boolean isFile(Errand errand) {
        return errand.ask().told() == null && errand.ask().method().equals("POST");
    }

    private static List<Errand> errands(List<Wanted> wants) {
        Map<String, List<Wanted>> same = new LinkedHashMap<>();
        for (Wanted want : wants) {
            Ask ask = want.ask();
            // A file's bytes are not known beforehand, so that no two are taken for the same.
            String key = ask.told() == null
                    ? "alone " + same.size()
                    : ask.method() + " " + ask.address() + " " + ask.sha256();
            same.computeIfAbsent(key, first -> new ArrayList<>()).add(want);
        }
        List<Errand> errands = new ArrayList<>();
        same.values().forEach(alike -> errands.add(Errand.of(alike)));
        return errands;
    }

    /** Divides errands into requests. */
    private interface Dividing {
        List<Runnable> divide(List<Errand> errands);
    }

    /** Takes those out that go together, and says with which requests. */
    private static List<Runnable> take(List<Errand> errands, Predicate<Errand> which, Dividing how) {
        List<Errand> taken = errands.stream().filter(which).toList();
        errands.removeAll(taken);
        return how.divide(taken);
    }

    private boolean isChange(Errand errand) {
        Told told = errand.ask().told();
        return told != null
                && !errand.asStranger()
                && !told.method().equals("GET")
                && IN_BATCHES.matcher(told.route()).matches();
    }

    private List<Runnable> batches(List<Errand> changes) {
        int half = changes.size() < WORTH_DIVIDING ? changes.size() : (changes.size() + 1) / 2;
        int most = Math.min(batching.size(), half);
        List<Runnable> requests = new ArrayList<>();
        List<Errand> some = new ArrayList<>();
        long bytes = 0;
        for (Errand change : changes) {
            if (!some.isEmpty() && (some.size() >= most || bytes + change.ask().bytes() > MOST_BYTES)) {
                requests.add(batch(some));
                some = new ArrayList<>();
                bytes = 0;
            }
            some.add(change);
            bytes += change.ask().bytes();
        }
        if (!some.isEmpty()) {
            requests.add(batch(some));
        }
        return requests;
    }

    private Runnable batch(List<Errand> some) {
        if (some.size() == 1) {
            return () -> alone(some.get(0));
        }
        batches++;
        return new BatchCall(some, batches, new BatchCall.Parts(endpoints, account, batching, this::alone));
    }

    private List<Runnable> lists(List<Errand> looks) {
        List<Runnable> requests = new ArrayList<>();
        for (List<Errand> alike : ListCall.alike(looks)) {
            if (alike.size() < ListCall.WORTH_WHILE) {
                alike.forEach(look -> requests.add(() -> alone(look)));
            } else {
                requests.add(new ListCall(alike, endpoints, account, this::alone));
            }
        }
        return requests;
    }

    private void alone(Errand errand) {
        Calls calls = errand.calls();
        Answer answer = Answer.of(() -> calls.send(errand.ask(), errand.asStranger() ? null : account.authorization()));
        errand.recorded(calls.records());
        errand.settle(answer);
        if (batching.size() == 1 && answer.reply() != null) {
            batching.came();
        }
    }
}
