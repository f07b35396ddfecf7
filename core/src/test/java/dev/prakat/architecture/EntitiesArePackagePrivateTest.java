package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stored stays inside its chapter; others see immutable records and typed ids. */
class EntitiesArePackagePrivateTest {

    private final JavaClasses classes = new ClassFileImporter().importPath(Repository.coreClasses());

    @Test
    void noEntityIsPublic() {
        List<JavaClass> entities = entities();

        assertThat(entities).as("entities of core").isNotEmpty();
        assertThat(entities.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                || type.getModifiers().contains(JavaModifier.PROTECTED))
                        .map(type -> type.getName() + ": found a public entity, expected a package-private class."
                                + " Give others an immutable record made by it.")
                        .toList())
                .isEmpty();
    }

    @Test
    void noEntityHoldsAnEntityOfAnotherChapter() {
        assertThat(entities().stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> isEntity(field.getRawType()))
                        .filter(field -> !field.getRawType()
                                .getPackageName()
                                .equals(field.getOwner().getPackageName()))
                        .map(JavaField::getFullName)
                        .map(name -> name + ": found an entity of another chapter, expected its id")
                        .toList())
                .isEmpty();
    }

    private List<JavaClass> entities() {
        return classes.stream().filter(EntitiesArePackagePrivateTest::isEntity).toList();
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class)
                || type.isAnnotatedWith(Embeddable.class)
                || type.isAnnotatedWith(MappedSuperclass.class);
    }
}
