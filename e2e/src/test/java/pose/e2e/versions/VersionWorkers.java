package pose.e2e.versions;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.clients.CommonClientConfigs;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.GarbageCollection;
import pose.channel.Retention;
import pose.channel.Signature;
import pose.channel.StoredChannels;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.schema.ActivationKind;
import pose.store.StoreException;
import pose.store.VersionFiles;
import pose.store.WeightsStore;

/**
 * A process of several who publish, promote, roll back and collect at random, each for itself, until it is killed. What was acknowledged
 * goes to standard output, a line each, see {@link Acknowledged}.
 */
public final class VersionWorkers {

    private static final Retention LITTLE = new Retention(2, Duration.ZERO);
    private static final int LONGEST_PAUSE_MILLIS = 300;

    private final Channels channels;
    private final WeightsStore store;
    private final NumberedVersions numbered;
    private final String name;
    private final Random random;

    private VersionWorkers(
            Channels channels, WeightsStore store, NumberedVersions numbered, String name, Random random) {
        this.channels = channels;
        this.store = store;
        this.numbered = numbered;
        this.name = name;
        this.random = random;
    }

    /** Begins; it ends by being killed only. Arguments: bootstrap, store, template's folder, name, how many, seed. */
    public static void main(String[] args) throws Exception {
        NumberedVersions numbered = new NumberedVersions(VersionFiles.read(Path.of(args[2])));
        int count = Integer.parseInt(args[4]);
        long seed = Long.parseLong(args[5]);
        for (int i = 0; i < count; i++) {
            String name = args[3] + "-" + i + "-" + ProcessHandle.current().pid();
            VersionWorkers worker = new VersionWorkers(
                    Channels.connect(clients(args[0]), Clock.systemUTC(), VersionWorkers::end),
                    WeightsStore.at(args[1]),
                    numbered,
                    name,
                    new Random(seed + i));
            new Thread(worker::work, name).start();
        }
    }

    private static Properties clients(String bootstrap) {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return properties;
    }

    private void work() {
        for (int turn = 0; ; turn++) {
            try {
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                turn(turn);
            } catch (ChannelException | StoreException | BadWeightsException e) {
                // Somebody else was first; that it is told so is part of the promise.
                System.out.println(Acknowledged.refused(String.valueOf(e.getMessage())));
            } catch (InterruptedException | RuntimeException e) {
                end(e.toString());
            }
        }
    }

    /** What nobody may ever see ends the process. */
    private static void end(String why) {
        System.err.println(why);
        Runtime.getRuntime().halt(1);
    }

    private void turn(int turn) throws ChannelException, StoreException, BadWeightsException {
        int what = random.nextInt(10);
        String model = numbered.version("any", Instant.EPOCH).id().name();
        Channel channel = new Channel(model, random.nextBoolean() ? Channel.STABLE : Channel.CANDIDATE);
        if (what < 5) {
            VersionFiles files =
                    numbered.version(name + "." + turn, Clock.systemUTC().instant());
            store.publish(files);
            System.out.println(Acknowledged.published(files.id()));
            promote(channel, files.id());
        } else if (what < 7) {
            List<VersionId> all = store.versions();
            if (!all.isEmpty()) {
                promote(channel, all.get(random.nextInt(all.size())));
            }
        } else if (what < 9) {
            Active now = new StoredChannels(channels, store)
                    .rollBack(channel, signature())
                    .to();
            System.out.println(Acknowledged.activated(now));
        } else {
            GarbageCollection garbage = new GarbageCollection(channels, store, Clock.systemUTC(), VersionWorkers::end);
            garbage.collect(garbage.plan(LITTLE), signature(), gone -> System.out.println(Acknowledged.deleted(gone)));
        }
    }

    private void promote(Channel channel, VersionId version)
            throws ChannelException, StoreException, BadWeightsException {
        System.out.println(Acknowledged.activated(new StoredChannels(channels, store)
                .activate(channel, version, ActivationKind.PROMOTED, signature(), Optional.empty(), Expectation.ANY)));
    }

    private Signature signature() {
        return new Signature(name, "");
    }
}
