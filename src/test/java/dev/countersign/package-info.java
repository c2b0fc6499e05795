/// Tests of the whole, and the embedded services that all tests share.
@NullMarked
package dev.countersign;

import org.jspecify.annotations.NullMarked;
