package eu.boucle.decommissioning;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.flow.WorkItem;
import eu.boucle.identity.Organisations;
import eu.boucle.support.BoucleTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@BoucleTest
class RequestListTests {

    @Autowired
    private RequestDesk desk;

    @Autowired
    private DraftsToFinish drafts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPageTakesOneStatementAtTenRowsAndAtAThousand() {
        Clients a = new Clients(organisations);
        RequestView first = desk.write(a.asking(Clients.line(Clients.serial())), false, a.client);
        copies(first, 9);
        AtomicInteger statements = new AtomicInteger();
        RequestList list = new RequestList(JdbcClient.create(counting(statements)), new JdbcTemplate(dataSource));

        assertThat(list.page(RequestFilter.none(), null, 200, a.client).items()).hasSize(10);
        assertThat(statements.getAndSet(0)).isEqualTo(1);

        copies(first, 990);
        assertThat(list.page(RequestFilter.none(), null, 200, a.client).items()).hasSize(200);
        assertThat(statements.getAndSet(0)).isEqualTo(1);
        assertThat(list.counts(a.client)).containsEntry(RequestStatus.DRAFT, 1000);
        assertThat(statements.get()).isEqualTo(1);
    }

    @Test
    void aDraftWaitsForItsOwnClientOnly() {
        Clients a = new Clients(organisations);
        RequestView draft = desk.write(a.asking(), false, a.client);

        assertThat(drafts.waitingFor(a.client)).extracting(WorkItem::reference).containsExactly(draft.reference());
        assertThat(drafts.waitingFor(new Clients(organisations).client)).isEmpty();
        assertThat(drafts.waitingFor(a.officer)).isEmpty();
    }

    private void copies(RequestView original, int number) {
        for (int i = 0; i < number; i++) {
            String unique = java.util.UUID.randomUUID().toString();
            jdbc.sql("""
                            insert into decommissioning_request (id, organisation_id, organisation_name, reference,
                                site_name, contact_name, contact_email, contact_phone, note, units, status, submissions,
                                created_by, created_at, written_at, version)
                            select cast(:id as uuid), organisation_id, organisation_name, :reference, site_name,
                                contact_name, contact_email, contact_phone, note, units, status, submissions,
                                created_by, created_at, written_at, version
                            from decommissioning_request where id = :original
                            """)
                    .param("id", unique)
                    .param("reference", unique.substring(0, 18))
                    .param("original", original.id().value())
                    .update();
        }
    }

    private DataSource counting(AtomicInteger statements) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(dataSource, arguments);
                    return answer instanceof Connection connection ? counting(connection, statements) : answer;
                });
    }

    private Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
