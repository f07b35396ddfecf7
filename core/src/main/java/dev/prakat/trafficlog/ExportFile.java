package dev.prakat.trafficlog;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file of an export, which only its owner can read, hashed while it is written. One thread. */
final class ExportFile implements Closeable {

    private final String name;
    private final MessageDigest digest = Hashes.sha256();
    private final OutputStream out;
    private long bytes;

    ExportFile(Path folder, String name) throws IOException {
        this.name = name;
        Path file = folder.resolve(name);
        Files.createFile(file, DiskStorage.permissions(file, "rw-------"));
        this.out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE)), digest);
    }

    void write(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes += encoded.length;
        out.write(encoded);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Its line in the manifest, once it is closed. */
    String line() {
        return "file " + name + " " + bytes + " " + HexFormat.of().formatHex(digest.digest()) + "\n";
    }

    static String line(String name, byte[] content) {
        return "file " + name + " " + content.length + " "
                + HexFormat.of().formatHex(Hashes.sha256().digest(content)) + "\n";
    }
}
