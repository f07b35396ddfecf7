package dev.prakat.cli;

import dev.prakat.spi.CredentialProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Set;

/** A password in a file of its own, read when it is needed; blanks and line ends at its ends do not count. */
record PasswordFile(Path file) implements CredentialProvider {

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    @Override
    public char[] secret(String name) {
        CharBuffer chars = chars();
        int begin = chars.position();
        int end = chars.limit();
        while (begin < end && Character.isWhitespace(chars.get(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(chars.get(end - 1))) {
            end--;
        }
        if (begin == end) {
            throw new NoSuchElementException("password file " + file + ": found nothing in it");
        }
        char[] all = chars.array();
        char[] secret = Arrays.copyOfRange(all, begin, end);
        Arrays.fill(all, ' ');
        return secret;
    }

    /** Whether others on this machine can read it; false where the disk knows no such rights. */
    boolean isOpenToOthers() {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private CharBuffer chars() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) ' ');
            return chars;
        } catch (IOException e) {
            throw new NoSuchElementException("password file " + file + " cannot be read (" + e + ")");
        }
    }
}
