package dev.prakat.staticsite;

import dev.prakat.spi.PublishingTarget;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The contract, proven over HTTP against a server that behaves as the shipped snippets do. */
final class StaticSiteTargetOverHttpContractTest extends StaticSiteContract {

    private @Nullable StaticSiteServer server;

    @Override
    protected PublishingTarget newTarget() {
        server = StaticSiteServer.start(docroot(), 0);
        return super.newTarget();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Override
    URI base() {
        return server.address();
    }

    @Override
    boolean httpProof() {
        return true;
    }
}
