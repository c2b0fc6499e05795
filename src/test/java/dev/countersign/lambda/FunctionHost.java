package dev.countersign.lambda;

import dev.countersign.lambda.template.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The machine under the functions: unpacks packages and starts processes.
final class FunctionHost {
  private final Path folder;
  private final Path logs;
  private final RuntimeClient runtime;
  private final InstantSource clock;
  private final Map<String, Path> unpacked = new ConcurrentHashMap<>();

  /// @param folder for packages, emptied by whoever made it
  /// @param logs what the functions print, a file for each
  FunctionHost(Path folder, Path logs, InstantSource clock) throws IOException {
    this.folder = folder;
    this.logs = Files.createDirectories(logs);
    this.runtime = RuntimeClient.in(folder);
    this.clock = clock;
  }

  Path log(FunctionSpec function) {
    return logs.resolve(function.id() + ".log");
  }

  /// A new process of that function, waiting for its first invocation.
  ///
  /// @param more environment that is not the template's
  FunctionProcess start(FunctionSpec function, Map<String, String> more)
      throws InterruptedException {
    var root = unpacked.computeIfAbsent(function.code(), this::unpack);
    var command = runtime.command(root, function.handler(), function.memory());
    return new FunctionProcess(
        function.id(),
        function.timeout(),
        clock,
        api ->
            FunctionProcess.start(
                command, root, environment(function, root, api, more), log(function)));
  }

  /// The template's variables, and those that Lambda sets:
  /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>.
  private static Map<String, String> environment(
      FunctionSpec function, Path root, String api, Map<String, String> more) {
    var environment = new TreeMap<>(more);
    environment.putAll(function.environment());
    environment.put("_HANDLER", function.handler());
    environment.put("AWS_LAMBDA_RUNTIME_API", api);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
    environment.put(
        "AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.id());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "here");
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    environment.put("LAMBDA_TASK_ROOT", root.toString());
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
    return environment;
  }

  private Path unpack(String code) {
    try {
      return new FunctionZip(Path.of(code))
          .unpackInto(Files.createTempDirectory(folder, "function"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
