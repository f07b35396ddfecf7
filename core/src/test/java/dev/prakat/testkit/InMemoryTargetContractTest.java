package dev.prakat.testkit;

import dev.prakat.spi.PublishingTarget;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The contract holds for the fake that other tests rely on. */
final class InMemoryTargetContractTest extends PublishingTargetContract {

    private InMemoryTarget.Web web = new InMemoryTarget.Web();
    private Map<String, String> before = Map.of();

    @Override
    protected PublishingTarget newTarget() {
        web = new InMemoryTarget.Web();
        return reopen();
    }

    @Override
    protected PublishingTarget reopen() {
        return new InMemoryTarget(web);
    }

    @Override
    protected void removeByHand(String item) {
        web.removeByHand(item);
    }

    @Override
    protected String publicText() {
        return web.bodies().toString();
    }

    @Override
    protected Set<String> actionsSeenOutside() {
        Set<String> seen = new TreeSet<>();
        SortedMap<String, String> now = web.bodies();
        now.forEach((path, body) -> {
            if (!body.equals(before.get(path))) {
                seen.add("write " + path);
            }
        });
        before.keySet().stream().filter(path -> !now.containsKey(path)).forEach(path -> seen.add("remove " + path));
        before = now;
        return seen;
    }
}
