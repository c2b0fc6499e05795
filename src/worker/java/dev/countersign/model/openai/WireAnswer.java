package dev.countersign.model.openai;

import java.util.List;
import java.util.Map;

/// What a provider answered, with a status of 2xx.
record WireAnswer(int status, Map<String, List<String>> headers, String body) {}
