package pose.trainer.data;

/** What a data set is opened for: decides which part of it is meant where its name does not say. */
public enum Purpose {
    /** To learn from: e.g. images 1 to 8000 of LSPET, the official training pictures elsewhere. */
    TRAINING,

    /** To be judged on: what no training that names nothing else has seen. */
    JUDGING
}
