package pose.e2e;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pose.channel.PinnedVersion;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/** A copy of a version in a store's folder, under a name of its own, to be spoilt in one way or another. */
record SpoiltVersion(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An honest copy. */
    static SpoiltVersion of(Path good, String version) throws IOException {
        Path folder = Files.createDirectories(good.resolveSibling(version));
        try (Stream<Path> files = Files.list(good)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        SpoiltVersion copy = new SpoiltVersion(folder);
        copy.manifest(json -> json.put("version", version));
        return copy;
    }

    /** As whoever activates it now sees it. */
    PinnedVersion pinned() throws IOException {
        byte[] manifest = Files.readAllBytes(folder.resolve(WeightsVersion.MANIFEST));
        String weights = JSON.readTree(manifest)
                .path("files")
                .path(WeightsVersion.WEIGHTS)
                .path("sha256")
                .asText();
        String name = Objects.requireNonNull(folder.getParent()).getFileName().toString();
        return new PinnedVersion(new VersionId(name, folder.getFileName().toString()), weights, sha256(manifest));
    }

    /** Turns one bit over in the middle of a file. */
    void flip(String file) throws IOException {
        bytes(file, bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        });
    }

    /** Changes a file, and nothing else. */
    void bytes(String file, UnaryOperator<byte[]> change) throws IOException {
        Path path = folder.resolve(file);
        Files.write(path, change.apply(Files.readAllBytes(path)));
    }

    void delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    /** Adds a file of so many bytes, which the manifest lists before all others. */
    void addFirst(String file, int bytes) throws IOException {
        Files.write(folder.resolve(file), new byte[bytes]);
        manifest(json -> {
            ObjectNode others = (ObjectNode) json.get("files");
            ObjectNode files = json.objectNode();
            files.putObject(file);
            json.set("files", files.setAll(others));
        });
        agree(file);
    }

    /** Changes the manifest. */
    void manifest(Consumer<ObjectNode> change) throws IOException {
        Path file = folder.resolve(WeightsVersion.MANIFEST);
        ObjectNode json = (ObjectNode) JSON.readTree(file.toFile());
        change.accept(json);
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
    }

    /** Changes what the manifest says of a file. */
    void sum(String file, Consumer<ObjectNode> change) throws IOException {
        manifest(json -> change.accept((ObjectNode) json.get("files").get(file)));
    }

    /** Changes the ONNX model's first weights, and has the manifest agree with what comes of it. */
    void weights(UnaryOperator<TensorProto> change) throws IOException {
        bytes(WeightsVersion.ONNX, bytes -> changed(bytes, change));
        agree(WeightsVersion.ONNX);
    }

    private static byte[] changed(byte[] bytes, UnaryOperator<TensorProto> change) {
        try {
            ModelProto model = ModelProto.parseFrom(bytes);
            GraphProto.Builder graph = model.getGraph().toBuilder();
            for (int i = 0; i < graph.getInitializerCount(); i++) {
                TensorProto tensor = graph.getInitializer(i);
                if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                    graph.setInitializer(i, change.apply(tensor));
                }
            }
            return model.toBuilder().setGraph(graph).build().toByteArray();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These weights, the first of them this number, or all where {@code all}. */
    static TensorProto with(TensorProto tensor, float value, boolean all) {
        byte[] raw = tensor.getRawData().toByteArray();
        ByteBuffer values = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < (all ? raw.length : Float.BYTES); at += Float.BYTES) {
            values.putFloat(at, value);
        }
        return tensor.toBuilder().setRawData(ByteString.copyFrom(raw)).build();
    }

    /** Has the manifest say what a file is. */
    private void agree(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        sum(file, sum -> sum.put("sha256", sha256(bytes)).put("bytes", bytes.length));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
