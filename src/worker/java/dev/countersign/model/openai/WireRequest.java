package dev.countersign.model.openai;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request over HTTP.
///
/// @param headers without the key
/// @param body null for none
/// @param again whether the same may be sent again after the provider answered that it broke
record WireRequest(
    String method,
    URI address,
    Map<String, String> headers,
    @Nullable String body,
    boolean again,
    TimeLeft time) {}
