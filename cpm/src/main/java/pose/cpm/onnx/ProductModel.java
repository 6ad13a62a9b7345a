package pose.cpm.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.network.Size;

/** An ONNX model of nothing but a product of two square matrices, to measure what a machine can do at best. */
public final class ProductModel {

    /** Name of the input, N×1×S×S. */
    public static final String LEFT = "left";

    private ProductModel() {}

    /**
     * Writes it.
     *
     * @param side S
     * @param right the constant right side, S×S values
     */
    public static byte[] write(int side, FloatBuffer right) {
        GraphWriter graph = new GraphWriter("product");
        graph.input(LEFT, "the left side", 1, Size.square(side));
        String constant = graph.constant("right", right, side, side);
        String product = graph.node("MatMul", "product", List.of(LEFT, constant));
        graph.output(product, "left times right", 1, Size.square(side));
        return ModelProto.newBuilder()
                .setIrVersion(OnnxExport.IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OnnxExport.OPERATOR_SET))
                .setProducerName("pose")
                .setGraph(graph.build())
                .build()
                .toByteArray();
    }
}
