package dev.countersign.effect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The time that is left of a whole call, however slowly its bytes come.
final class Deadline {
  private final long end;

  Deadline(Duration limit) {
    end = System.nanoTime() + limit.toNanos();
  }

  int millis() throws SocketTimeoutException {
    long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    if (left <= 0) throw new SocketTimeoutException("the call took too long");
    return (int) left;
  }

  /// What the socket says, until the time is up.
  InputStream over(Socket socket) throws IOException {
    return new FilterInputStream(socket.getInputStream()) {
      @Override
      public int read() throws IOException {
        socket.setSoTimeout(millis());
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int from, int most) throws IOException {
        socket.setSoTimeout(millis());
        return super.read(bytes, from, most);
      }
    };
  }
}
