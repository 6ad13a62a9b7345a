package pose.cpm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** A product of DJL's arrays, on MXNet or PyTorch. */
final class DjlProduct implements MatrixProduct {

    private final NDManager manager;
    private final NDArray left;
    private final NDArray right;
    private final int side;

    private DjlProduct(NDManager manager, int side) {
        this.manager = manager;
        this.side = side;
        left = manager.randomUniform(-1, 1, new Shape(side, side));
        right = manager.randomUniform(-1, 1, new Shape(side, side));
    }

    static DjlProduct make(EngineName engine, int side, ComputeDevice device) {
        return new DjlProduct(NDManager.newBaseManager(device.toDjl(), engine.forInference()), side);
    }

    @Override
    public void run() {
        try (NDManager scope = manager.newSubManager()) {
            NDArray product = left.matMul(right);
            product.attach(scope);
            // MXNet runs behind what was asked for: a value that is there says that the product is.
            NDArray corner = product.get("0:1, 0:1");
            corner.attach(scope);
            corner.getFloat();
        }
    }

    @Override
    public long operations() {
        return 2L * side * side * side;
    }

    @Override
    public void close() {
        manager.close();
    }
}
