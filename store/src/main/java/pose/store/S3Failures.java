package pose.store;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What went wrong with a bucket, in one line. Nothing of what the server or the SDK says is shown that could hold a key. */
final class S3Failures {

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Location location;

    S3Failures(S3Location location) {
        this.location = location;
    }

    /** @param what the object or place that was asked for */
    StoreException of(String what, SdkException e) {
        if (e instanceof AwsServiceException answer) {
            return answered(what, answer);
        }
        if (e instanceof ApiCallTimeoutException) {
            return unreachable(what, server() + " does not answer in time", e);
        }
        if (e instanceof AbortedException) {
            return unreachable(what, "interrupted", e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return unreachable(what, server() + " is not known", e);
            }
            if (cause instanceof SocketTimeoutException) {
                return unreachable(what, server() + " does not answer in time", e);
            }
            if (cause instanceof IOException) {
                return unreachable(what, server() + ": " + cause.getMessage(), e);
            }
        }
        if (String.valueOf(e.getMessage()).startsWith("Unable to load credentials")) {
            return other(
                    what,
                    "no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE and the profile's file",
                    e);
        }
        return other(what, server() + " gives no answer of an S3 server", e);
    }

    private StoreException answered(String what, AwsServiceException e) {
        String code = e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
                ? "HTTP " + e.statusCode()
                : e.awsErrorDetails().errorCode();
        if (code.equals("NoSuchBucket")) {
            return other(S3Location.SCHEME + location.bucket(), "no such bucket", e);
        }
        if (code.equals("PermanentRedirect") || code.equals("AuthorizationHeaderMalformed")) {
            return other(what, "the bucket is in another region (" + code + "); name it with ?region=", e);
        }
        if (e.statusCode() == FORBIDDEN) {
            return other(what, "access denied (" + code + ")", e);
        }
        if (e.statusCode() == NOT_IMPLEMENTED) {
            return other(what, server() + " lacks what a store needs (" + code + ")", e);
        }
        boolean again = e.statusCode() >= SERVER || e.statusCode() == TOO_MANY;
        String message = server() + " answers " + code;
        return again ? unreachable(what, message, e) : other(what, message, e);
    }

    private String server() {
        return location.endpoint().map(uri -> uri.getAuthority()).orElse("Amazon S3");
    }

    private static StoreException unreachable(String what, String why, SdkException e) {
        return new StoreException(StoreException.Kind.UNREACHABLE, what + ": " + why, e);
    }

    private static StoreException other(String what, String why, SdkException e) {
        return new StoreException(StoreException.Kind.OTHER, what + ": " + why, e);
    }
}
