package pose.e2e;

/** The brokers that promises are kept on: which, system property {@code pose.kafka} says. */
final class Kafkas {

    private static final String PROPERTY = "pose.kafka";
    private static final String EMBEDDED = "embedded";
    private static final String CONTAINER = "container";

    private Kafkas() {}

    /** Starts one with nothing on it. */
    static TestKafka open() {
        String kind = System.getProperty(PROPERTY, EMBEDDED);
        return switch (kind) {
            case EMBEDDED -> BrokerProcess.open();
            case CONTAINER -> KafkaInContainer.open();
            default ->
                throw new IllegalArgumentException(
                        PROPERTY + " is '" + kind + "'; it must be " + EMBEDDED + " or " + CONTAINER);
        };
    }
}
