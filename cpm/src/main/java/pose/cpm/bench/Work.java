package pose.cpm.bench;

import pose.cpm.EngineName;

/** Something that an engine does again and again in the same way. */
interface Work {

    EngineName engine();

    /** Does it once; done when this returns. */
    void pass();
}
