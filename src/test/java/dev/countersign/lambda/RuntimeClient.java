package dev.countersign.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// AWS's Java runtime interface client, as the managed runtime starts it: its own jars are the
/// class path, and it finds the function's classes in its working folder.
record RuntimeClient(String classPath, Path nativeLibrary) {
  private static final String JNI = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi";

  /// @param folder where its native library is unpacked, once for all functions
  static RuntimeClient in(Path folder) {
    var library = folder.resolve("libaws-lambda-jni.so");
    var architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    try (var packed =
        AWSLambda.class.getResourceAsStream(
            "/jni/libaws-lambda-jni.linux-%s.so".formatted(architecture))) {
      if (packed == null) throw new IllegalStateException("no runtime client for " + architecture);
      Files.write(library, packed.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RuntimeClient(jars(), library);
  }

  /// The command line of a function in that folder, `bootstrap` if it has one.
  List<String> command(Path folder, String handler, int memory) {
    var bootstrap = folder.resolve("bootstrap");
    if (Files.exists(bootstrap)) return List.of(bootstrap.toString());
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx%dm".formatted(memory * 85 / 100),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-D%s.NativeClient.JNI=%s".formatted(JNI, nativeLibrary),
        "-cp",
        classPath,
        AWSLambda.class.getName(),
        handler);
  }

  static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }

  private static String jars() {
    return Stream.of(
            AWSLambda.class,
            com.amazonaws.services.lambda.runtime.Context.class,
            PojoSerializer.class,
            software.amazon.awssdk.utilslite.SdkInternalThreadLocal.class)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }
}
