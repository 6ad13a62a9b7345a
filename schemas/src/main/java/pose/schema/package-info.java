/**
 * The records that travel between the programs, how they become bytes, and the topics they travel on.
 *
 * <p>Classes here are {@code @NullMarked} one by one: the package also holds the records that Avro generates, whose
 * nullable fields carry no annotation. Build those with their constructors or
 * empty builders: their copying builders ask Avro's JVM-wide list of trusted classes, which this project leaves alone.
 */
package pose.schema;
