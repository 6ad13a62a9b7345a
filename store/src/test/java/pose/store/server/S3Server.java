package pose.store.server;

import com.adobe.testing.s3mock.S3MockApplication;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server in this process, and a client that goes behind the store's back. One for all of a JVM's tests. */
public final class S3Server {

    /** Held on to: a logger that nobody holds forgets its level. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private static final S3Server ONE = new S3Server();

    private final int port;
    private final S3Client client;

    /** The other port is for TLS with a certificate that nobody trusts. */
    @SuppressWarnings("removal")
    private S3Server() {
        // The store finds its keys where the SDK looks for them.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test-secret");
        TOMCAT.setLevel(Level.WARNING);
        // Its framework would take over the process's log.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        S3MockApplication server = S3MockApplication.start(
                new HashMap<>(Map.of(
                        S3MockApplication.PROP_HTTP_PORT,
                        S3MockApplication.RANDOM_PORT,
                        S3MockApplication.PROP_HTTPS_PORT,
                        S3MockApplication.RANDOM_PORT,
                        S3MockApplication.PROP_SILENT,
                        true)),
                "--spring.main.sources=" + OneConditionAtATime.class.getName());
        port = server.getHttpPort();
        client = S3Client.builder()
                .endpointOverride(URI.create(endpoint()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public static S3Server running() {
        return ONE;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    public S3Client client() {
        return client;
    }

    public String newBucket() {
        String bucket = "bucket-" + UUID.randomUUID();
        client.createBucket(request -> request.bucket(bucket));
        return bucket;
    }

    public List<String> keys(String bucket) {
        return client.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(object -> object.key())
                .toList();
    }
}
