package dev.prakat.policy;

import dev.prakat.problem.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a policy, so that one look shows all of it. One thread. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();

    void add(String place, String rule, String message, String remedy) {
        list.add(new Finding(place, rule, message, remedy));
    }

    void add(String file, int row, Code code, String message, String remedy) {
        add(file + ":" + row, code.text, message, remedy);
    }

    void add(String file, Code code, String message, String remedy) {
        add(file, code.text, message, remedy);
    }

    List<Finding> list() {
        return List.copyOf(list);
    }

    /** What kind of mistake it is; docs/reference/policy-format.md lists them. */
    enum Code {
        FILE,
        ENCODING,
        CSV,
        YAML,
        TEXT,
        FIELD,
        UNIT,
        MATRIX,
        PROCEDURE,
        SETTING;

        private final String text = "POLICY-" + name();

        /** The code as findings bear it. */
        String text() {
            return text;
        }
    }
}
