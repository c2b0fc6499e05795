package dev.countersign.http;

import dev.countersign.submit.DeclareUploads.Place;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Where files are to be PUT, in the order they were announced.
@RegisterForReflection
@Wire
public record UploadsView(List<UploadView> uploads) {

  /// @param id goes under `uploads` into `POST /jobs`
  /// @param headers to be sent exactly so; the length is that of the file
  /// @param putBefore when the address stops working
  /// @param submitBefore until when it can be submitted
  @RegisterForReflection
  @Wire
  public record UploadView(
      String id,
      String name,
      String method,
      String url,
      Map<String, String> headers,
      Instant putBefore,
      Instant submitBefore) {}

  public static UploadsView of(List<Place> places) {
    return new UploadsView(places.stream().map(UploadsView::view).toList());
  }

  private static UploadView view(Place place) {
    var upload = place.upload();
    var link = place.link();
    return new UploadView(
        upload.id(),
        upload.name(),
        "PUT",
        link.url().toString(),
        link.headers(),
        link.until(),
        upload.until());
  }
}
