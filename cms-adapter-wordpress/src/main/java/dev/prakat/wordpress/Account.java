package dev.prakat.wordpress;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The adapter's own WordPress account. Keeps no secret: the password is fetched for each request and overwritten. */
final class Account {

    private final WordPressSite site;

    Account(WordPressSite site) {
        this.site = site;
    }

    /**
     * The value of the header that logs in.
     *
     * @throws java.util.NoSuchElementException if the provider has no password by that name
     */
    String authorization() {
        char[] password = site.credentials().secret(site.credential());
        try {
            CharBuffer pair = CharBuffer.allocate(site.account().length() + 1 + password.length);
            pair.put(site.account()).put(':').put(password).flip();
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(pair);
            byte[] plain = new byte[bytes.remaining()];
            bytes.get(plain);
            String header = "Basic " + Base64.getEncoder().encodeToString(plain);
            Arrays.fill(plain, (byte) 0);
            bytes.rewind();
            bytes.put(new byte[bytes.remaining()]);
            Arrays.fill(pair.array(), ' ');
            return header;
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
