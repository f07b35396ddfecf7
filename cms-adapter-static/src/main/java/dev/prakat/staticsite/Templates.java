package dev.prakat.staticsite;

import java.util.Map;

/** Turns a model into a page. All that the rest of this module knows of a template engine. */
@FunctionalInterface
interface Templates {

    /**
     * Renders.
     *
     * @param template the template's name
     * @param model maps, lists, texts and truth values
     * @return the page
     * @throws RuntimeException if there is no such template, or it names what the model lacks
     */
    String render(String template, Map<String, Object> model);
}
