package dev.prakat.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.List;
import java.util.UUID;

/** H2 in this process. */
final class H2InMemory extends DatabaseServer {

    @Override
    Words words() {
        return new Words(
                "set time zone '%s'",
                List.of("set lock_timeout 100"),
                List.of("set session characteristics as transaction isolation level repeatable read"));
    }

    @Override
    EmptyDatabase empty() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=512";
        return new EmptyDatabase(words(), statements -> {
            HikariConfig config = pool(url, "sa");
            config.setConnectionInitSql(String.join(";", statements));
            return config;
        });
    }
}
