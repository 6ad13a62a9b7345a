package pose.e2e;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.awaitility.Awaitility;

/** The threads that share the frames among them, as the broker sees them. */
final class GroupMembers {

    private static final String GROUP = "pose-stream";

    private GroupMembers() {}

    /** Waits until there are so many and each has a partition to itself. */
    static void await(String bootstrap, int count, Duration longest) {
        try (Admin admin = Admin.create(Clients.of(bootstrap))) {
            Awaitility.await(count + " stream threads at work")
                    .pollInSameThread()
                    .atMost(longest)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof GroupIdNotFoundException)
                    .until(() -> working(admin) == count);
        }
    }

    private static long working(Admin admin) throws Exception {
        Collection<ConsumerGroupDescription> groups =
                admin.describeConsumerGroups(List.of(GROUP)).all().get().values();
        return groups.stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }
}
