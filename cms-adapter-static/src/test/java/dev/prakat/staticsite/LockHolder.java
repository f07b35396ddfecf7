package dev.prakat.staticsite;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process: holds a lock until its standard input ends. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            channel.lock();
            System.out.println("held");
            System.in.read();
        }
    }
}
