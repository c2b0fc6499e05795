/// Checks a receipt without the service that issued it: no network, no database, only the file, the
/// public keys, and the files of the job that lie beside it. Knows the receipt's form, which is
/// documented, and none of the code that makes it.
@NullMarked
package dev.countersign.verify;

import org.jspecify.annotations.NullMarked;
