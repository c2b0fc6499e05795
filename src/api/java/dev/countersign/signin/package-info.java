/// Who calls, and what they may do: people by any OIDC issuer, machines by API keys. It knows no
/// jobs, and reads passwords of nobody: names as passwords exist only in the one-process form.
@NullMarked
package dev.countersign.signin;

import org.jspecify.annotations.NullMarked;
