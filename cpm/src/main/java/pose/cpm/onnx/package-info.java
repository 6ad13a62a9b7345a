/** The network as an ONNX file, for engines and languages that know nothing of this project. */
@NullMarked
package pose.cpm.onnx;

import org.jspecify.annotations.NullMarked;
