package dev.prakat.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads sources with the JDK's compiler and finds public parts without Javadoc. */
final class UndocumentedApi extends TreePathScanner<Void, Void> {

    private final DocTrees docs;
    private final CompilationUnitTree unit;
    private final String file;
    private final List<String> faults = new ArrayList<>();
    private int documented;

    private UndocumentedApi(DocTrees docs, CompilationUnitTree unit, String file) {
        this.docs = docs;
        this.unit = unit;
        this.file = file;
    }

    /**
     * What was found.
     *
     * @param documented how many public parts have Javadoc
     * @param faults a message for each that has none
     */
    record Found(int documented, List<String> faults) {}

    static Found in(List<Path> files) {
        return read(files.stream()
                .map(path -> new Text(Repository.name(path), Repository.read(path)))
                .toList());
    }

    static Found inText(String name, String source) {
        return read(List.of(new Text(name, source)));
    }

    private static Found read(List<Text> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, texts);
            DocTrees docs = DocTrees.instance(task);
            int documented = 0;
            List<String> faults = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                String file = unit.getSourceFile().getName().substring(1);
                UndocumentedApi scanner = new UndocumentedApi(docs, unit, file);
                scanner.scan(unit, null);
                documented += scanner.documented;
                faults.addAll(scanner.faults);
            }
            return new Found(documented, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        if (!isOpen(type.getModifiers())) {
            return null;
        }
        DocCommentTree comment = require("Javadoc on the type " + type.getSimpleName());
        if (type.getKind() == Tree.Kind.RECORD) {
            requireComponents(type, comment);
        }
        return super.visitClass(type, unused);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().endsWith("Override"));
        if (isOpen(method.getModifiers()) && !overrides && !isCompact(method)) {
            boolean constructor = method.getName().contentEquals("<init>");
            require(
                    constructor
                            ? "Javadoc on the constructor of " + owner().getSimpleName()
                            : "Javadoc on the method " + method.getName());
        }
        // Bodies hold nothing public.
        return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void unused) {
        Tree.Kind kind = owner().getKind();
        if (kind == Tree.Kind.RECORD && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
            return null;
        }
        boolean constant = kind == Tree.Kind.ENUM && source(field).matches("(?s)\\w+\\s*(?:[({].*)?");
        if (constant || isOpen(field.getModifiers())) {
            require("Javadoc on the " + (constant ? "constant " : "field ") + field.getName());
        }
        return null;
    }

    private void requireComponents(ClassTree type, @Nullable DocCommentTree comment) {
        Set<String> described = comment == null
                ? Set.of()
                : comment.getBlockTags().stream()
                        .filter(tag -> tag.getKind() == DocTree.Kind.PARAM)
                        .map(tag -> ((ParamTree) tag).getName().getName().toString())
                        .collect(Collectors.toSet());
        type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(member -> !member.getModifiers().getFlags().contains(Modifier.STATIC))
                .filter(member -> !described.contains(member.getName().toString()))
                .forEach(member ->
                        fault(member, "@param for the component " + member.getName() + " of " + type.getSimpleName()));
    }

    private @Nullable DocCommentTree require(String what) {
        DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
        if (comment == null || comment.getFullBody().isEmpty()) {
            fault(getCurrentPath().getLeaf(), what);
        } else {
            documented++;
        }
        return comment;
    }

    private void fault(Tree tree, String what) {
        long line = unit.getLineMap().getLineNumber(docs.getSourcePositions().getStartPosition(unit, tree));
        faults.add(
                file + ":" + line + ": found no " + what
                        + ", expected a sentence that says what it is, and its units, defaults and failures; or make it private");
    }

    private boolean isOpen(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (!flags.contains(Modifier.PRIVATE) && isInterfaceMember());
    }

    private boolean isInterfaceMember() {
        TreePath parent = getCurrentPath().getParentPath();
        Tree.Kind kind = parent == null ? null : parent.getLeaf().getKind();
        return kind == Tree.Kind.INTERFACE || kind == Tree.Kind.ANNOTATION_TYPE;
    }

    private ClassTree owner() {
        return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }

    /** A compact constructor has no list of parameters in its source. */
    private boolean isCompact(MethodTree method) {
        return owner().getKind() == Tree.Kind.RECORD
                && method.getName().contentEquals("<init>")
                && source(method).matches("(?s)(?:(?:public|protected)\\s+)?\\w+\\s*\\{.*");
    }

    private String source(Tree tree) {
        try {
            CharSequence text = unit.getSourceFile().getCharContent(true);
            int start = (int) docs.getSourcePositions().getStartPosition(unit, tree);
            int end = (int) docs.getSourcePositions().getEndPosition(unit, tree);
            return text.subSequence(start, Math.max(start, end)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source in memory, under the name that messages use. */
    private static final class Text extends SimpleJavaFileObject {
        private final String content;

        Text(String file, String content) {
            super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
