package dev.prakat.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.transaction.UnitOfWork.Completion;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class UnitOfWorkTest {

    private EntityManagerFactory factory;
    private UnitOfWork unit;

    @BeforeEach
    void open() {
        DataSource source =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        factory = PersistenceUnit.open(source, List.of());
        unit = UnitOfWork.resourceLocal(factory);
        unit.call(manager -> run(manager, "create table note (text varchar(20) primary key)"));
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void anInnerUnitJoinsTheOuterOne() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> unit.call(outer -> {
                    unit.call(inner -> {
                        assertThat(inner).isSameAs(outer);
                        return run(inner, "insert into note values ('inner')");
                    });
                    throw new IllegalStateException("the outer work fails");
                }));
        assertThat(notes()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void tellsEveryActionHowItEndedEvenWhenOneOfThemFails() {
        Consumer<Completion> first = mock(Consumer.class);
        Consumer<Completion> second = mock(Consumer.class);
        doThrow(new IllegalStateException("a failing action")).when(first).accept(any());
        unit.call(manager -> {
            unit.afterCompletion(first);
            unit.afterCompletion(second);
            return run(manager, "insert into note values ('kept')");
        });
        InOrder order = inOrder(first, second);
        order.verify(first).accept(Completion.COMMITTED);
        order.verify(second).accept(Completion.COMMITTED);
        assertThat(notes()).containsExactly("kept");
    }

    @Test
    void saysRolledBackWhenTheWorkThrows() {
        List<Completion> told = new ArrayList<>();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> unit.call(manager -> {
                    unit.afterCompletion(told::add);
                    throw new IllegalStateException("no");
                }));
        assertThat(told).containsExactly(Completion.ROLLED_BACK);
    }

    @Test
    void aFailingDatabaseIsAProblemOfOurOwnFamily() {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> unit.call(manager -> run(manager, "insert into nowhere values (1)")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.BROKEN));
    }

    @Test
    void anActionNeedsAnOpenUnit() {
        assertThatIllegalStateException()
                .isThrownBy(() -> unit.afterCompletion(completion -> {}))
                .withMessageContaining("UnitOfWork.call");
    }

    private static int run(EntityManager manager, String sql) {
        return manager.createNativeQuery(sql).executeUpdate();
    }

    private List<String> notes() {
        return unit.call(manager -> {
            List<?> rows = manager.createNativeQuery("select text from note").getResultList();
            return rows.stream().map(String::valueOf).toList();
        });
    }
}
