package dev.countersign.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.TreeSet;

/// What is said when a request fails before any use case saw it, by status.
final class StatusProblems {
  static final ProblemDetails BROKEN_JSON =
      ProblemDetails.of(
          400,
          "broken-json",
          "The body is not the JSON that is expected",
          "The body could not be read as JSON, or a field has another type than it should.",
          "Check the body against /openapi.");

  private static final int MOST_NAME = 60;

  private StatusProblems() {}

  /// A field that nobody knows is named, with those that are: it is more often a mistake than not.
  static ProblemDetails json(JsonProcessingException e) {
    if (!(e instanceof UnrecognizedPropertyException unknown)) return BROKEN_JSON;
    var known = new TreeSet<String>();
    unknown.getKnownPropertyIds().forEach(id -> known.add(id.toString()));
    var name = unknown.getPropertyName().replaceAll("[\\p{Cntrl}\"]", "_");
    return ProblemDetails.of(
        400,
        "unknown-field",
        "A field that is not known",
        "There is no field \"%s\" here; nothing was done."
            .formatted(name.length() > MOST_NAME ? name.substring(0, MOST_NAME) + "..." : name),
        "The fields are: " + String.join(", ", known) + ".");
  }

  static ProblemDetails of(int status) {
    return switch (status) {
      case 400 ->
          ProblemDetails.badRequest(
              "The request is malformed; a multipart body may be cut off or lack its boundary.",
              "Send it again whole; curl's -F sets type and boundary by itself.");
      case 401 ->
          ProblemDetails.of(
              401,
              "not-signed-in",
              "Sign in first",
              "This needs a sign-in, and the request carries none that is valid.",
              "Send a user and a password (curl -u USER:PASSWORD), or check them.");
      case 403 ->
          ProblemDetails.of(
              403,
              "not-allowed",
              "Not allowed",
              "Who is signed in may not do this.",
              "Ask somebody who may, or sign in as another person.");
      case 404 -> ProblemDetails.notFound("What you asked for");
      case 405 ->
          ProblemDetails.of(
              405,
              "method-not-allowed",
              "Not this method",
              "The address exists, but not for this method.",
              "Use one of the methods that the Allow header names; see /openapi.");
      case 406 ->
          ProblemDetails.of(
              406,
              "not-acceptable",
              "Not in this form",
              "The answer does not exist in any form that the Accept header allows.",
              "Accept application/json.");
      case 413 ->
          ProblemDetails.of(
              413,
              "too-large",
              "The request is too large",
              "The request, or a part of it, is larger than is accepted.",
              "Send fewer or smaller files, or upload them first: POST /uploads.");
      case 415 ->
          ProblemDetails.of(
              415,
              "unsupported-media-type",
              "Not this type of body",
              "The body's Content-Type is not one that this address takes, or is missing.",
              "Send application/json, or multipart/form-data for files.");
      default -> status < 500 ? otherOfTheCaller(status) : unavailable(status);
    };
  }

  static ProblemDetails unforeseen(String reference) {
    return ProblemDetails.of(
        500,
        "unforeseen",
        "Something went wrong here",
        "The request failed for a reason of ours; it is logged as " + reference + ".",
        "Try again with the same Idempotency-Key; tell the operator the reference if it stays.");
  }

  private static ProblemDetails otherOfTheCaller(int status) {
    return ProblemDetails.of(
        status,
        "refused",
        "The request is refused",
        "The request cannot be dealt with as it is (HTTP " + status + ").",
        "Check it against /openapi.");
  }

  private static ProblemDetails unavailable(int status) {
    return ProblemDetails.of(
        status,
        "unavailable",
        "Not available now",
        "A part that is needed does not answer; nothing was begun.",
        "Try again in a minute with the same Idempotency-Key.");
  }
}
