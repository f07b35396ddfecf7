package dev.prakat.staticsite;

import java.net.URI;

/** The contract, proven on the files only. */
final class StaticSiteTargetContractTest extends StaticSiteContract {

    @Override
    URI base() {
        return URI.create("https://www.example.go.th/news/");
    }

    @Override
    boolean httpProof() {
        return false;
    }
}
