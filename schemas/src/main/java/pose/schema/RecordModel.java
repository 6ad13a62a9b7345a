package pose.schema;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;

/**
 * Finds the generated classes of this package, and no others. Avro refuses by default to make objects of any class that
 * a schema names, since schemas can come from strangers; trust given here stays here, where Avro's own switch is one for
 * the whole JVM.
 */
@NullMarked
final class RecordModel extends SpecificData {

    private static final String PACKAGE = RecordModel.class.getPackageName();

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    RecordModel(Class<? extends SpecificRecord> type) {
        super(type.getClassLoader());
    }

    @Override
    public Class<?> getClass(Schema schema) {
        boolean generated = schema.getType() == Schema.Type.RECORD || schema.getType() == Schema.Type.ENUM;
        return generated && PACKAGE.equals(schema.getNamespace())
                ? classes.computeIfAbsent(schema.getFullName(), this::load)
                : super.getClass(schema);
    }

    private Class<?> load(String name) {
        try {
            return getClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the reader's schema names " + name + ", which was not generated", e);
        }
    }
}
