package pose.ingest.camera;

/**
 * What the producer holds and Kafka has not acknowledged, bounded so that handing it a frame never has to wait for room. Counted
 * up by the sender, down by the producer's own thread.
 */
final class InFlight {

    private final long capacityBytes;
    private long bytes;
    private long records;

    InFlight(long capacityBytes) {
        this.capacityBytes = capacityBytes;
    }

    synchronized boolean hasRoomFor(int size) {
        return records == 0 || bytes + size <= capacityBytes;
    }

    synchronized boolean isEmpty() {
        return records == 0;
    }

    synchronized void sent(int size) {
        bytes += size;
        records++;
    }

    synchronized void settled(int size) {
        bytes -= size;
        records--;
    }
}
