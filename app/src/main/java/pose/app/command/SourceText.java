package pose.app.command;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import pose.app.UserMistake;
import pose.ingest.SourceAddress;
import pose.ingest.config.BadConfigException;
import pose.ingest.config.PlainPasswords;
import pose.ingest.config.SecretReferences;

/** What a user writes behind {@code --source}. */
final class SourceText {

    private SourceText() {}

    /**
     * Fills in what it refers to.
     *
     * @throws ParameterException where a password stands in it, without quoting it
     * @throws UserMistake where what it refers to is not there
     */
    static SourceAddress address(CommandLine command, String written) {
        if (PlainPasswords.isIn(written)) {
            throw new ParameterException(
                    command,
                    "--source holds a password, which everyone sees who lists processes; "
                            + "allowed: ${env:NAME} or ${file:PATH} in its place");
        }
        try {
            SecretReferences.Filled filled = SecretReferences.OF_THIS_PROCESS.fill(written);
            return SourceAddress.of(filled.whole(), written, filled.secrets());
        } catch (BadConfigException e) {
            throw new UserMistake("--source: " + e.getMessage(), e);
        }
    }
}
