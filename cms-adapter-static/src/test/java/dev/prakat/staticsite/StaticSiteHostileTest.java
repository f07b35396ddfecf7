package dev.prakat.staticsite;

import dev.prakat.spi.PublishingTarget;
import dev.prakat.testkit.HostileServer;
import dev.prakat.testkit.HostileTargetContract;
import dev.prakat.testkit.HostileWeb;
import dev.prakat.testkit.Upstream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A hostile website in front of a server that behaves as the shipped snippets do. */
final class StaticSiteHostileTest extends HostileTargetContract {

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private StaticSiteServer site;
    private HostileWeb web;
    private HostileServer front;

    @Override
    protected PublishingTarget newTarget() {
        Path docroot = folder.resolve("site");
        site = StaticSiteServer.start(docroot, 0);
        web = new HostileWeb(new Upstream(site.address()));
        front = HostileServer.start(web);
        return StaticSiteTarget.at(docroot, front.address());
    }

    @AfterEach
    void stop() {
        front.close();
        site.close();
    }

    @Override
    protected HostileWeb web() {
        return web;
    }

    @Override
    protected int honestRemovals() {
        return 100;
    }
}
