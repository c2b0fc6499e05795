/// What is kept, in DynamoDB and S3: each write one request with a named condition, each stored
/// form with its schema number. Decides nothing about a job; `docs/data-model.md` describes the
/// table.
@NullMarked
package dev.countersign.store;

import org.jspecify.annotations.NullMarked;
