package pose.trainer.data;

import java.util.Optional;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * One element of a MATLAB array of structs. A field that is missing and one that is empty ({@code []}) are the same, as in
 * the official files.
 *
 * @param where what messages call it: the file and which element
 */
record MatFields(Struct struct, int element, String where) {

    /** The element alone of a 1×1 struct, or nothing where the array is empty or no struct. */
    static Optional<MatFields> first(Array array, String where) {
        return array instanceof Struct struct && struct.getNumElements() > 0
                ? Optional.of(new MatFields(struct, 0, where))
                : Optional.empty();
    }

    /** Whatever is in a field. */
    Optional<Array> array(String field) {
        if (!struct.getFieldNames().contains(field)) {
            return Optional.empty();
        }
        Array value = struct.get(field, element);
        return value.getNumElements() == 0 ? Optional.empty() : Optional.of(value);
    }

    /** A struct in a field, or an array of them. */
    Optional<Struct> structs(String field) throws DataSetException {
        Optional<Array> value = array(field);
        if (value.isPresent() && !(value.get() instanceof Struct)) {
            throw bad(field, value.get(), "a struct");
        }
        return value.map(Struct.class::cast);
    }

    /** The one struct in a field. */
    Optional<MatFields> struct(String field) throws DataSetException {
        return structs(field).map(found -> new MatFields(found, 0, where + " " + field));
    }

    /** A matrix of numbers in a field. */
    Optional<Matrix> matrix(String field) throws DataSetException {
        Optional<Array> value = array(field);
        if (value.isPresent() && !(value.get() instanceof Matrix)) {
            throw bad(field, value.get(), "numbers");
        }
        return value.map(Matrix.class::cast);
    }

    /** One number in a field; MPII writes some as text. */
    Optional<Double> number(String field) throws DataSetException {
        Optional<Array> value = array(field);
        if (value.isPresent() && value.get() instanceof Char text) {
            try {
                return Optional.of(Double.parseDouble(text.getString()));
            } catch (NumberFormatException e) {
                throw new DataSetException(where + ": " + field + " is '" + text.getString() + "'; expected a number");
            }
        }
        return matrix(field).map(numbers -> numbers.getDouble(0));
    }

    /** One finite number that must be there. */
    double need(String field) throws DataSetException {
        double number = number(field).orElseThrow(() -> missing(field, "a number"));
        if (!Double.isFinite(number)) {
            throw new DataSetException(where + ": " + field + " is " + number + "; expected a finite number");
        }
        return number;
    }

    /** A text that must be there. */
    String text(String field) throws DataSetException {
        Array value = array(field).orElseThrow(() -> missing(field, "text"));
        if (!(value instanceof Char text)) {
            throw bad(field, value, "text");
        }
        return text.getString();
    }

    DataSetException missing(String field, String expected) {
        return new DataSetException(where + ": " + field + " is missing or empty; expected " + expected);
    }

    private DataSetException bad(String field, Array value, String expected) {
        return new DataSetException(where + ": " + field + " is " + value.getType() + "; expected " + expected);
    }
}
