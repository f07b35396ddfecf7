package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.testkit.HostileBehaviour;
import dev.prakat.testkit.HostileDelivery;
import dev.prakat.testkit.HostileTargetContract;
import dev.prakat.testkit.PublishingTargetContract;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** How much the author of an adapter is asked; the page about adapters has the same figures. */
class TestKitSizeTest {

    @Test
    void theKitAsksAsMuchAsItsPageSays() {
        int rules = rules(PublishingTargetContract.class).size();
        int behaviours = HostileBehaviour.values().length;
        int deliveries = HostileDelivery.values().length;
        System.out.println("TestKitSizeTest: " + rules + " named rules of a target, "
                + rules(HostileTargetContract.class).size() + " of its observations, " + behaviours
                + " hostile behaviours, " + deliveries + " failing deliveries");

        assertThat(rules).isGreaterThanOrEqualTo(30);
        assertThat(behaviours).isGreaterThanOrEqualTo(25);
        assertThat(Repository.read(Repository.root().resolve("docs/how-to/add-an-adapter.md")))
                .contains(rules + " named rules")
                .contains(behaviours + " hostile behaviours");
        assertThat(deliveries).isEqualTo(10);
    }

    private static List<String> rules(Class<?> contract) {
        List<String> rules = new ArrayList<>();
        for (Class<?> type = contract; type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class))
                    .map(Method::getName)
                    .forEach(rules::add);
        }
        return rules;
    }
}
