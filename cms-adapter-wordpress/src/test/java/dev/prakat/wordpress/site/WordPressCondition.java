package dev.prakat.wordpress.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for the programs that a WordPress needs. */
final class WordPressCondition implements ExecutionCondition {

    static final boolean REQUIRED = "1".equals(System.getenv("PRAKAT_REQUIRE_ALL"));

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("the machine has WordPress");
        }
        String test = context.getRequiredTestClass().getSimpleName();
        String message = test + ": NO WordPress on this machine, missing: " + String.join(", ", missing)
                + ". Debian: see docs/how-to/test-against-wordpress.md";
        if (REQUIRED) {
            throw new IllegalStateException(message + ". PRAKAT_REQUIRE_ALL=1 asks for it.");
        }
        if (TOLD.add(test)) {
            System.err.println("!!!!!!!! SKIPPED " + message);
        }
        return ConditionEvaluationResult.disabled(message);
    }

    private static List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String program : List.of("bash", "php", "mariadbd", "mariadb-install-db", "mariadb", "curl")) {
            if (!Programs.has(program)) {
                missing.add(program);
            }
        }
        if (!Files.isRegularFile(Path.of("/usr/share/wordpress/wp-load.php"))) {
            missing.add("/usr/share/wordpress");
        }
        return missing;
    }
}
