package pose.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.cpm.TooLongException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The objects at a place in a bucket, by their names below it. Every call ends in bounded time and memory. */
final class S3Bucket implements AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int PAGE = 1000;
    private static final int CHUNK = 1 << 16;

    private final S3Location location;
    private final S3Patience patience;
    private final int page;
    private final S3Failures failures;
    private @Nullable S3Client client;

    S3Bucket(S3Location location) {
        this(location, S3Patience.USUAL, PAGE);
    }

    /** @param page how many objects are listed at a time, 1 to 1000 */
    S3Bucket(S3Location location, S3Patience patience, int page) {
        this.location = location;
        this.patience = patience;
        this.page = page;
        this.failures = new S3Failures(location);
    }

    /** An object that is there. */
    record Listed(String name, Instant modified) {}

    /** What came of asking for an object: its bytes, or how long it is where that is too long. */
    private record Download(long length, Optional<byte[]> bytes) {}

    /** Made at the first call: finding out about regions and keys reads files. */
    private synchronized S3Client client() {
        S3Client made = client;
        if (made == null) {
            made = S3Clients.client(location, patience);
            client = made;
        }
        return made;
    }

    private String shown(String name) {
        return location + "/" + name;
    }

    /**
     * An object's bytes, null where there is none.
     *
     * @throws TooLongException where the server says that it is longer than {@code longest}; it is not read
     */
    byte @Nullable [] get(String name, long longest) throws StoreException, TooLongException {
        try {
            Download download = client().getObject(
                            request -> request.bucket(location.bucket())
                                    .key(location.key(name))
                                    .overrideConfiguration(o -> o.apiCallTimeout(patience.call(longest))),
                            (answer, in) -> read(answer, in, longest));
            return download.bytes().orElseThrow(() -> new TooLongException(download.length()));
        } catch (S3Exception e) {
            if (isAbsent(e)) {
                return null;
            }
            throw failures.of(shown(name), e);
        } catch (SdkException e) {
            throw failures.of(shown(name), e);
        }
    }

    /** Reads no more than the server declared, and looks up now and then whether the call's time is over. */
    private static Download read(GetObjectResponse answer, AbortableInputStream in, long longest) throws IOException {
        long length = answer.contentLength();
        if (length > longest) {
            in.abort();
            return new Download(length, Optional.empty());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(length, 1 << 24));
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            bytes.write(chunk, 0, n);
            if (bytes.size() > longest) {
                in.abort();
                return new Download(bytes.size(), Optional.empty());
            }
            if (Thread.currentThread().isInterrupted()) {
                in.abort();
                throw new InterruptedIOException("interrupted");
            }
        }
        return new Download(length, Optional.of(bytes.toByteArray()));
    }

    private static boolean isAbsent(S3Exception e) {
        return e.statusCode() == NOT_FOUND
                && !(e instanceof NoSuchBucketException)
                && !(e.awsErrorDetails() != null
                        && "NoSuchBucket".equals(e.awsErrorDetails().errorCode()));
    }

    /** Writes an object in place of one that may be there. */
    void put(String name, byte[] bytes) throws StoreException {
        try {
            client().putObject(request(name, bytes).build(), RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw failures.of(shown(name), e);
        }
    }

    /** Writes an object where there is none, and says whether it did: of several who do so at once, one does. */
    boolean putIfAbsent(String name, byte[] bytes) throws StoreException {
        try {
            client().putObject(request(name, bytes).ifNoneMatch("*").build(), RequestBody.fromBytes(bytes));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return false;
            }
            throw failures.of(shown(name), e);
        } catch (SdkException e) {
            throw failures.of(shown(name), e);
        }
    }

    private PutObjectRequest.Builder request(String name, byte[] bytes) {
        return PutObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key(name))
                .contentMD5(md5(bytes))
                .overrideConfiguration(o -> o.apiCallTimeout(patience.call(bytes.length)));
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    /** Every object whose name begins so, in order. */
    List<Listed> list(String beginning) throws StoreException {
        int cut = location.key("").length();
        try {
            List<Listed> found = new ArrayList<>();
            client().listObjectsV2Paginator(request -> request.bucket(location.bucket())
                            .prefix(location.key(beginning))
                            .maxKeys(page))
                    .contents()
                    .forEach(object -> found.add(new Listed(
                            object.key().substring(cut),
                            Optional.ofNullable(object.lastModified()).orElse(Instant.MAX))));
            return found;
        } catch (SdkException e) {
            throw failures.of(location.toString(), e);
        }
    }

    /** Deletes an object; nothing happens where there is none. */
    void delete(String name) throws StoreException {
        try {
            client().deleteObject(request -> request.bucket(location.bucket()).key(location.key(name)));
        } catch (SdkException e) {
            throw failures.of(shown(name), e);
        }
    }

    @Override
    public synchronized void close() {
        S3Client made = client;
        if (made != null) {
            made.close();
        }
    }
}
