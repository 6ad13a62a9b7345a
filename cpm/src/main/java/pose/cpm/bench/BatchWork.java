package pose.cpm.bench;

/** What a network does with one batch. */
interface BatchWork extends Work {

    /** Frames in the batch. */
    int batch();

    /** What is done beside the network's own pass, as a report puts it behind the network's name; nothing where nothing is. */
    String beside();
}
