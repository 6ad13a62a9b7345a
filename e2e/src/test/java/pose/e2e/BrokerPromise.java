package pose.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Kept on a broker of {@link Kafkas#open}: {@code mvn verify} runs it a second time, on a broker in a container. */
@Tag("broker")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface BrokerPromise {}
