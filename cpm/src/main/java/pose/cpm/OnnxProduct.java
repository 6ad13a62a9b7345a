package pose.cpm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import pose.cpm.onnx.ProductModel;

/** An ONNX model of one product on ONNX Runtime, whose right side is a constant as a network's weights are. */
final class OnnxProduct implements MatrixProduct {

    private static final int SEED = 1;

    private final OrtSession session;
    private final OnnxTensor left;
    private final int side;

    private OnnxProduct(OrtSession session, OnnxTensor left, int side) {
        this.session = session;
        this.left = left;
        this.side = side;
    }

    static OnnxProduct make(int side, ComputeDevice device) {
        OrtEnvironment environment = OnnxRuntimeLibrary.environment();
        Random random = new Random(SEED);
        byte[] model = ProductModel.write(side, numbers(side, random));
        try (OrtSession.SessionOptions options = OnnxNetwork.options(device)) {
            OrtSession session = environment.createSession(model, options);
            OnnxTensor left =
                    OnnxTensor.createTensor(environment, numbers(side, random), new long[] {1, 1, side, side});
            return new OnnxProduct(session, left, side);
        } catch (OrtException e) {
            throw new IllegalStateException("a product as ONNX must load: " + OneLine.of(e), e);
        }
    }

    private static FloatBuffer numbers(int side, Random random) {
        FloatBuffer numbers = ByteBuffer.allocateDirect(side * side * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        while (numbers.hasRemaining()) {
            numbers.put(2 * random.nextFloat() - 1);
        }
        return numbers.flip();
    }

    @Override
    public void run() {
        try (OrtSession.Result result = session.run(Map.of(ProductModel.LEFT, left))) {
            if (result.size() != 1) {
                throw new IllegalStateException("a product gave " + result.size() + " results");
            }
        } catch (OrtException e) {
            throw new IllegalStateException("a product as ONNX must run: " + OneLine.of(e), e);
        }
    }

    @Override
    public long operations() {
        return 2L * side * side * side;
    }

    @Override
    public void close() {
        left.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not close a session: " + OneLine.of(e), e);
        }
    }
}
