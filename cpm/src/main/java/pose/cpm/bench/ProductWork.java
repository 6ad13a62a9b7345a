package pose.cpm.bench;

import pose.cpm.EngineName;
import pose.cpm.MatrixProduct;

/** An engine's product of two matrices. */
record ProductWork(EngineName engine, MatrixProduct product) implements Work {

    @Override
    public void pass() {
        product.run();
    }
}
