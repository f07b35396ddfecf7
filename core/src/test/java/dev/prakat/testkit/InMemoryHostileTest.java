package dev.prakat.testkit;

import dev.prakat.spi.PublishingTarget;

/** The fake that other tests rely on is honest about a hostile website. */
final class InMemoryHostileTest extends HostileTargetContract {

    private InMemoryTarget.Web web = new InMemoryTarget.Web();

    @Override
    protected PublishingTarget newTarget() {
        web = new InMemoryTarget.Web();
        web.alternatives();
        return new InMemoryTarget(web);
    }

    @Override
    protected HostileWeb web() {
        return web.hostile();
    }
}
