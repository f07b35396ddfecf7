package dev.prakat.staticsite;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's nginx or Apache on a free port of the loopback address, with the snippet that this module ships. */
final class RealServer implements AutoCloseable {

    private static final String MODULES = "/usr/lib/apache2/modules/mod_";

    private final Process process;
    private final int port;
    private final Path log;

    private RealServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts one; skips the test loudly when the machine has none, unless {@code PRAKAT_REQUIRE_ALL=1}. */
    static RealServer start(String name, Path folder, Path docroot) throws IOException {
        Path program = Path.of("/usr/sbin", name);
        if (!Files.isExecutable(program)) {
            String message =
                    "NO " + name + " at " + program + ": take-down was not tried on it; install Debian's package";
            if ("1".equals(System.getenv("PRAKAT_REQUIRE_ALL"))) {
                throw new IllegalStateException(message + ". PRAKAT_REQUIRE_ALL=1 asks for it.");
            }
            System.err.println(message);
            Assumptions.abort(message);
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(docroot);
        Path config = folder.resolve(name + ".conf");
        boolean nginx = name.equals("nginx");
        Files.writeString(config, nginx ? nginx(folder, docroot, port) : apache(folder, docroot, port));
        if (!nginx) {
            Files.writeString(docroot.resolve(".htaccess"), snippet("htaccess"));
        }
        open(folder);
        List<String> command = nginx
                ? List.of(
                        program.toString(),
                        "-c",
                        config.toString(),
                        "-e",
                        folder.resolve("early.log").toString())
                : List.of(program.toString(), "-f", config.toString(), "-D", "FOREGROUND");
        Path log = folder.resolve(name + ".out");
        RealServer server = new RealServer(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                port,
                log);
        server.awaitListening();
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void awaitListening() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close(e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private void close(IOException cause) throws IOException {
        process.destroyForcibly();
        throw new IllegalStateException("the server does not listen: " + Files.readString(log), cause);
    }

    /** The servers' workers are other users: they must be able to walk down to the docroot. */
    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String nginx(Path folder, Path docroot, int port) throws IOException {
        String root = "root".equals(System.getProperty("user.name")) ? "user www-data;\n" : "";
        return root + "daemon off;\nworker_processes 1;\npid " + folder + "/nginx.pid;\nerror_log " + folder
                + "/error.log;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path " + folder
                + "/t1;\nproxy_temp_path " + folder + "/t2;\nfastcgi_temp_path " + folder + "/t3;\nuwsgi_temp_path "
                + folder + "/t4;\nscgi_temp_path " + folder
                + "/t5;\ninclude /etc/nginx/mime.types;\nserver {\nlisten 127.0.0.1:" + port + ";\nroot " + docroot
                + ";\n" + snippet("nginx.conf") + "}\n}\n";
    }

    private static String apache(Path folder, Path docroot, int port) {
        StringBuilder config = new StringBuilder("ServerRoot " + folder + "\nPidFile " + folder
                + "/apache.pid\nListen 127.0.0.1:" + port + "\nServerName localhost\nErrorLog " + folder
                + "/error.log\nTypesConfig /etc/mime.types\nDefaultRuntimeDir " + folder + "\n");
        if ("root".equals(System.getProperty("user.name"))) {
            config.append("User www-data\nGroup www-data\n");
        }
        for (String module : List.of("mpm_event", "authz_core", "dir", "mime", "rewrite", "headers", "autoindex")) {
            config.append("LoadModule ")
                    .append(module)
                    .append("_module ")
                    .append(MODULES)
                    .append(module)
                    .append(".so\n");
        }
        return config + "DocumentRoot " + docroot + "\n<Directory " + docroot
                + ">\nAllowOverride FileInfo Indexes Options\nOptions FollowSymLinks\nRequire all granted\n</Directory>\n";
    }

    private static String snippet(String name) throws IOException {
        try (InputStream in = StaticSiteTarget.class.getResourceAsStream("server/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
