package dev.prakat.wordpress.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of a class run on a real WordPress. Where the machine has none they are skipped with one loud line for the class, and
 * fail when {@code PRAKAT_REQUIRE_ALL=1}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WordPressCondition.class)
public @interface NeedsWordPress {}
