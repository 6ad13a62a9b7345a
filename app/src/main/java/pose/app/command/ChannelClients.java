package pose.app.command;

import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;
import pose.app.kafka.Cluster;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.schema.Topics;

/** How commands reach the channels. */
final class ChannelClients {

    private ChannelClients() {}

    /**
     * Connects; records that are none of a channel's are told on standard error.
     *
     * @throws pose.app.UserMistake where Kafka does not answer, or has no such topics
     */
    static Channels connect(KafkaOptions kafka, CommandSpec spec) throws ChannelException {
        Cluster cluster = kafka.connect();
        cluster.require(Topics.WEIGHTS, Topics.WEIGHTS_EVENTS);
        return Channels.connect(
                cluster.properties(), Clock.systemUTC(), spec.commandLine().getErr()::println);
    }
}
