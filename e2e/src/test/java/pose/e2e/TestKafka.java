package pose.e2e;

/** A Kafka cluster of one broker that a promise may stop, kill and start again; it runs when it is handed out. */
public interface TestKafka extends AutoCloseable {

    /** Where clients find it, {@code host:port}: the same after every start. */
    String bootstrap();

    /** Ends it in good order; its records stay. */
    void stop();

    /** Ends it in the middle of whatever it does, as SIGKILL does; what it has on disk stays. */
    void kill();

    /** Starts it again after {@link #stop} or {@link #kill}; it answers when this returns. */
    void start();

    /** Ends it and forgets its records. */
    @Override
    void close();
}
