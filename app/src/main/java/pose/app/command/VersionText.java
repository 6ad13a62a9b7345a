package pose.app.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import pose.cpm.VersionId;

/** A version's name as it is written on a command line. */
final class VersionText implements ITypeConverter<VersionId> {

    @Override
    public VersionId convert(String text) {
        try {
            return VersionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
